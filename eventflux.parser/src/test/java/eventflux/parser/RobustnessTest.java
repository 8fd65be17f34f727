package eventflux.parser;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.Problem;
import eventflux.api.error.ProblemPrinter;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.ParseResult;
import eventflux.api.query.ParsedExpression;
import eventflux.api.query.node.Dialect;
import eventflux.parser.text.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** That no text makes the parser throw or go on for ever, and that every problem has a place inside the text. */
class RobustnessTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private static final List<String> FILES =
            List.of("acceptance.cases", "classic.cases", "sql.cases", "expressions.cases", "errors.cases");

    private final EventFluxQueryParser parser = new EventFluxQueryParser(new Variables(name -> Optional.empty()));
    private final List<String> texts =
            FILES.stream().flatMap(RobustnessTest::texts).toList();

    private static Stream<String> texts(String file) {
        return CaseFile.read(file, file.startsWith("errors") ? "!" : "=").stream()
                .map(CaseFile.Case::text);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void survivesChangedCharacters(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(pick(random, texts));
        for (int i = random.nextInt(6); i >= 0; i--) {
            changeCharacter(text, random);
        }

        assertSurvives(text.toString());
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void survivesChangedWords(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<String> words = words(pick(random, texts));
        List<String> others = words(pick(random, texts));
        for (int i = random.nextInt(4); i >= 0; i--) {
            changeWord(words, others, random);
        }

        assertSurvives(String.join("", words));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void survivesTextsThatAreCutAndJoined(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        String first = pick(random, texts);
        String second = pick(random, texts);

        assertSurvives(first.substring(0, random.nextInt(first.length() + 1))
                + second.substring(random.nextInt(second.length() + 1)));
    }

    @Property(tries = 300)
    void survivesAnything(@ForAll String text) {
        assertSurvives(text);
    }

    private static void changeCharacter(StringBuilder text, Random random) {
        String signs = "'\"`;,.:()[]{}<>=!#@$-+*/%?|\\ \n\t0aZ_äœ€\ud83d\0";
        int at = random.nextInt(text.length() + 1);
        char sign = signs.charAt(random.nextInt(signs.length()));
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, sign);
            case 1 -> text.deleteCharAt(Math.min(at, text.length() - 1)).append(' ');
            default -> text.setCharAt(Math.min(at, text.length() - 1), sign);
        }
    }

    private static void changeWord(List<String> words, List<String> others, Random random) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(4)) {
            case 0 -> words.add(at, pick(random, others));
            case 1 -> words.set(at, pick(random, others));
            case 2 -> words.add(at, words.get(random.nextInt(words.size())));
            default -> words.set(at, " ");
        }
    }

    private static List<String> words(String text) {
        return new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void assertSurvives(String text) {
        ParseResult result = parser.parse(text);
        ParsedExpression expression = parser.parseExpression(text, Dialect.SQL);

        result.problems().forEach(problem -> assertHasPlace(problem, text));
        expression.problems().forEach(problem -> assertHasPlace(problem, text));
        assertThat(expression.expression().isPresent() || !expression.problems().isEmpty())
                .isTrue();
        assertThat(new ProblemPrinter("text", text).print(result.problems())).isNotNull();
    }

    private static void assertHasPlace(Problem problem, String text) {
        SourcePosition place = problem.position().orElseThrow();
        List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
        assertThat(place.line()).isLessThanOrEqualTo(lines.size());
        assertThat(place.column())
                .isLessThanOrEqualTo(lines.get(place.line() - 1).length() + 2);
        PLACEHOLDER
                .matcher(problem.code().template())
                .results()
                .forEach(name -> assertThat(problem.values()).containsKey(name.group(1)));
    }
}
