package eventflux.lsp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.joni.Matcher;
import org.joni.Option;
import org.joni.Region;

/**
 * A text as an editor colours it by a TextMate grammar: line by line, at each place the rule that matches first, of those at
 * one place the one that is named first, the end of a block before what may stand inside of it.
 */
final class ColouredText {

    private final List<TextMateGrammar.Rule> top;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<String> scopes = new ArrayList<>(); // of each byte, each name behind a blank
    private final String text;

    private ColouredText(TextMateGrammar grammar, String text) {
        this.top = grammar.top();
        this.text = text;
    }

    /** A block whose end has not come, and the names that hold inside of it. */
    private record Open(TextMateGrammar.Block block, String scopes) {}

    private record Found(TextMateGrammar.Rule rule, TextMateGrammar.Pattern pattern, Region groups) {
        int start() {
            return groups.getBeg(0);
        }

        int end() {
            return groups.getEnd(0);
        }
    }

    static ColouredText of(TextMateGrammar grammar, String text) {
        ColouredText coloured = new ColouredText(grammar, text);
        for (String line : text.split("(?<=\n)")) {
            coloured.line((line.endsWith("\n") ? line : line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return coloured;
    }

    /** How many blocks the end of the text leaves open. */
    int openBlocks() {
        return open.size();
    }

    /** The names of a character, the outermost first, each behind a blank. */
    String scopes(int index) {
        return scopes.get(text.substring(0, index).getBytes(StandardCharsets.UTF_8).length);
    }

    private void line(byte[] line) {
        String[] names = new String[line.length];
        int place = 0;
        while (place < line.length) {
            Found found = find(line, place);
            int start = found == null ? line.length : found.start();
            Arrays.fill(names, place, start, content());
            if (found == null) {
                break;
            }
            take(found, names);
            if (found.end() == place && found.rule() != null) {
                throw new IllegalStateException("nothing is matched without end at " + place + " of " + text);
            }
            place = found.end();
        }
        scopes.addAll(Arrays.asList(names));
    }

    private String content() {
        return open.isEmpty() ? "" : open.peek().scopes();
    }

    private Found find(byte[] line, int place) {
        Found first = null;
        if (!open.isEmpty()) {
            first = earlier(null, null, open.peek().block().end(), line, place);
        }
        for (TextMateGrammar.Rule rule :
                open.isEmpty() ? top : open.peek().block().inside()) {
            first = earlier(first, rule, rule.start(), line, place);
        }
        return first;
    }

    private static Found earlier(
            Found known, TextMateGrammar.Rule rule, TextMateGrammar.Pattern pattern, byte[] line, int place) {
        Matcher matcher = pattern.regex().matcher(line);
        if (matcher.search(place, line.length, Option.NONE) < 0) {
            return known;
        }
        Found found = new Found(rule, pattern, matcher.getEagerRegion());
        return known == null || found.start() < known.start() ? found : known;
    }

    private void take(Found found, String[] names) {
        if (found.rule() == null) {
            open.pop();
            paint(found, content(), names);
            return;
        }
        paint(found, content(), names);
        if (found.rule() instanceof TextMateGrammar.Block block) {
            open.push(new Open(block, content() + block.name() + block.contentName()));
        }
    }

    private static void paint(Found found, String around, String[] names) {
        Arrays.fill(names, found.start(), found.end(), around);
        found.pattern().scopes().forEach((group, name) -> {
            for (int i = Math.max(0, found.groups().getBeg(group));
                    i < found.groups().getEnd(group);
                    i++) {
                names[i] += name;
            }
        });
    }
}
