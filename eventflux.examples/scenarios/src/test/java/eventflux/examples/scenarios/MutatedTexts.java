package eventflux.examples.scenarios;

import eventflux.testkit.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The texts of all scenarios with words changed, left out, doubled and mixed; each depends on its number alone. */
final class MutatedTexts {

    private static final Pattern WORD = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|\\s+|\\w+|.", Pattern.DOTALL);
    private static final List<String> ODD = List.of(
            "'",
            "\"",
            "`",
            "\"\"\"",
            "/*",
            "--",
            "99999999999999999999",
            "1e999",
            "-",
            "0",
            "${",
            "}",
            "{",
            "<",
            "@",
            "#",
            "!",
            "null",
            "é",
            "\uD83D",
            "\u0000",
            "in",
            "every",
            "not",
            "last",
            "within",
            "as 'x' or",
            "((((((((",
            "))))))))");

    private final List<List<String>> seeds;

    private MutatedTexts(List<List<String>> seeds) {
        this.seeds = seeds;
    }

    /** Of all scenarios in a folder. */
    static MutatedTexts of(Path folder) {
        return new MutatedTexts(ScenarioFile.readAll(folder).stream()
                .flatMap(scenario -> scenario.texts().values().stream())
                .map(MutatedTexts::words)
                .toList());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The text of a number. */
    String text(long number) {
        Random random = new Random(number);
        List<String> text = new ArrayList<>(seeds.get(random.nextInt(seeds.size())));
        List<String> other = seeds.get(random.nextInt(seeds.size()));
        for (int changes = 1 + random.nextInt(4); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.size());
            List<String> source = random.nextInt(5) == 0 ? ODD : random.nextBoolean() ? other : List.copyOf(text);
            String word = source.get(random.nextInt(source.size()));
            switch (random.nextInt(5)) {
                case 0 -> text.set(at, word);
                case 1 -> text.remove(at);
                case 2 -> text.add(at, word);
                case 3 -> text.set(at, text.set(random.nextInt(text.size()), text.get(at)));
                default -> splice(text, at, other, random);
            }
        }
        return String.join("", text);
    }

    private static void splice(List<String> text, int at, List<String> other, Random random) {
        int from = random.nextInt(other.size());
        int to = Math.min(other.size(), from + 1 + random.nextInt(12));
        text.addAll(at, other.subList(from, to));
    }
}
