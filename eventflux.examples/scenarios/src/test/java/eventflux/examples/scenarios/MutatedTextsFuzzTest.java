package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.ParseResult;
import eventflux.api.query.QueryParser;
import eventflux.api.query.TextFormatter;
import eventflux.testkit.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * That no text does harm: those of all scenarios with words changed, left out, doubled and mixed become an application or
 * problems, and what can be read can be formatted. {@code -Deventflux.fuzz.texts} and {@code -Deventflux.fuzz.seed} ask for more.
 */
class MutatedTextsFuzzTest {

    private static final int TEXTS = Integer.getInteger("eventflux.fuzz.texts", 600);
    private static final long SEED = Long.getLong("eventflux.fuzz.seed", 11);
    private static final Pattern WORD = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|\\s+|\\w+|.", Pattern.DOTALL);
    private static final Pattern CONNECTED = Pattern.compile("(?i)source|sink|store|extension");
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

    private final TextFormatter formatter =
            ServiceLoader.load(TextFormatter.class).findFirst().orElseThrow();
    private final QueryParser parser =
            ServiceLoader.load(QueryParser.class).findFirst().orElseThrow();

    @Test
    void everyTextBecomesAnApplicationOrProblems() {
        List<List<String>> seeds = ScenarioFile.readAll(Path.of("files")).stream()
                .flatMap(scenario -> scenario.texts().values().stream())
                .map(MutatedTextsFuzzTest::words)
                .toList();
        Random random = new Random(SEED);
        try (EventFluxManager manager = EventFluxManager.create()) {
            for (int i = 0; i < TEXTS; i++) {
                String text = mutated(seeds, random);
                try {
                    check(manager, text);
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("text " + i + " of seed " + SEED + ":\n" + text, e);
                }
            }
        }
    }

    private void check(EventFluxManager manager, String text) {
        List<Problem> problems = manager.validate(text);
        boolean isRight = problems.stream().noneMatch(Problem::isError);
        ParseResult parsed = parser.parse(text);
        if (parsed.problems().isEmpty()) {
            String formatted = formatter.format(text);
            assertThat(tree(parser.parse(formatted))).as(formatted).isEqualTo(tree(parsed));
        }
        if (!CONNECTED.matcher(text).find()) {
            make(manager, text, isRight);
        }
    }

    // What fits its descriptions may still be refused by an extension.
    private static void make(EventFluxManager manager, String text, boolean isRight) {
        try {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text);
            assertThat(isRight).isTrue();
            app.shutdown();
        } catch (EventFluxException refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    private static String tree(ParseResult result) {
        assertThat(result.problems()).isEmpty();
        return result.application().toString().replaceAll("position=[^,\\]]*(\\[[^]]*])?", "");
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String mutated(List<List<String>> seeds, Random random) {
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
