package eventflux.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Syntax;

/**
 * The rules of a TextMate grammar, with regular expressions as Oniguruma understands them. A key that is not known here is
 * refused, so that nothing is tested as if it were not there.
 */
final class TextMateGrammar {

    private static final Set<String> KNOWN_KEYS = Set.of(
            "name",
            "contentName",
            "match",
            "begin",
            "end",
            "captures",
            "beginCaptures",
            "endCaptures",
            "patterns",
            "include",
            "comment");

    private final JsonObject repository;
    private final Map<JsonElement, List<Rule>> rules = new HashMap<>();
    private final List<Rule> top;

    private TextMateGrammar(JsonObject grammar) {
        repository = grammar.getAsJsonObject("repository");
        top = rules(grammar);
    }

    static TextMateGrammar read(Path file) throws IOException {
        return new TextMateGrammar(
                JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }

    /** What colours a stretch of text: one match, or all from a begin to its end. */
    sealed interface Rule {
        Pattern start();
    }

    /** One match. */
    record Match(Pattern start) implements Rule {}

    /** From a begin to its end, with other rules between. */
    record Block(Pattern start, Pattern end, String name, String contentName, List<Rule> inside) implements Rule {}

    /** A regular expression with the scopes of its groups; group 0 is the whole. */
    record Pattern(Regex regex, Map<Integer, String> scopes) {}

    /** The rules outside of all blocks. */
    List<Rule> top() {
        return top;
    }

    private List<Rule> rules(JsonObject owner) {
        if (!owner.has("patterns")) {
            return List.of();
        }
        JsonElement patterns = owner.get("patterns");
        List<Rule> known = rules.get(patterns);
        if (known != null) {
            return known;
        }
        List<Rule> made = new ArrayList<>();
        rules.put(patterns, made); // a block may contain itself
        patterns.getAsJsonArray().forEach(pattern -> made.addAll(rule(pattern.getAsJsonObject())));
        return made;
    }

    private List<Rule> rule(JsonObject rule) {
        if (!KNOWN_KEYS.containsAll(rule.keySet())) {
            throw new IllegalArgumentException("unknown keys in " + rule);
        }
        if (rule.has("include")) {
            return rule(
                    repository.getAsJsonObject(rule.get("include").getAsString().substring("#".length())));
        }
        if (rule.has("match")) {
            return List.of(new Match(pattern(rule, "match", "captures")));
        }
        return rule.has("begin") ? List.of(block(rule)) : rules(rule);
    }

    private Rule block(JsonObject rule) {
        return new Block(
                pattern(rule, "begin", "beginCaptures"),
                pattern(rule, "end", "endCaptures"),
                name(rule, "name"),
                name(rule, "contentName"),
                rules(rule));
    }

    private static Pattern pattern(JsonObject rule, String key, String captures) {
        Map<Integer, String> scopes = new TreeMap<>();
        if (rule.has(captures)) {
            rule.getAsJsonObject(captures)
                    .entrySet()
                    .forEach(group -> scopes.put(Integer.valueOf(group.getKey()), capture(group.getValue())));
        }
        scopes.merge(0, name(rule, "name"), (group, whole) -> whole + group);
        byte[] regex = rule.get(key).getAsString().getBytes(StandardCharsets.UTF_8);
        return new Pattern(
                new Regex(regex, 0, regex.length, Option.CAPTURE_GROUP, UTF8Encoding.INSTANCE, Syntax.RUBY), scopes);
    }

    private static String capture(JsonElement capture) {
        JsonObject group = capture.getAsJsonObject();
        if (!group.keySet().equals(Set.of("name"))) {
            throw new IllegalArgumentException("unknown keys in " + group);
        }
        return name(group, "name");
    }

    /** A name behind a blank, or nothing. */
    private static String name(JsonObject owner, String key) {
        return owner.has(key) ? " " + owner.get(key).getAsString() : "";
    }
}
