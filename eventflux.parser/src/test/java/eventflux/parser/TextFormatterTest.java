package eventflux.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.ParseResult;
import eventflux.parser.text.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That a formatted text says the same, is not changed by formatting it again, and looks as the case file says. */
class TextFormatterTest {

    private static final Map<String, String> VALUES_BY_NAME =
            Map.of("n", "5", "clause", "as b, c", "no", "", "all", "from S insert into T; from S insert into U;");
    private static final Variables VALUES = new Variables(name -> Optional.of(VALUES_BY_NAME.getOrDefault(name, "S")));

    private final EventFluxTextFormatter formatter = new EventFluxTextFormatter(VALUES);
    private final EventFluxQueryParser parser = new EventFluxQueryParser(VALUES);

    static Stream<String> texts() {
        return Stream.concat(
                Stream.of("acceptance.cases", "classic.cases", "sql.cases")
                        .flatMap(file -> CaseFile.read(file, "=").stream())
                        .map(CaseFile.Case::text),
                CaseFile.read("expressions.cases", "=").stream()
                        .map(example -> "select list(" + example.text() + ") as x from S;"));
    }

    static List<CaseFile.Case> layouts() {
        return CaseFile.read("format.cases", ">");
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void laysOutAsExpected(CaseFile.Case example) {
        String formatted = formatter.format(example.text());

        assertThat(formatted.lines()).containsExactlyElementsOf(example.expected());
        assertKeepsAll(example.text());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keepsWhatATextSays(String text) {
        assertKeepsAll(text);
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void keepsWhatATextSaysWhereverItsBlanksAndCommentsStand(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<String> texts = texts().toList();
        String text = texts.get(random.nextInt(texts.size()));
        StringBuilder scattered = new StringBuilder();
        for (String word : text.split("(?<=[\\s,(\\[\\])]) *|(?=[\\s,;()\\[\\]])")) {
            scattered.append(word).append(random.nextInt(8) == 0 ? blank(random) : "");
        }

        assertKeepsAllIfReadable(scattered.toString());
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void keepsWhatATextSaysThatSomebodyHasChanged(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<String> texts = texts().toList();
        List<String> words = words(texts.get(random.nextInt(texts.size())));
        List<String> others = words(texts.get(random.nextInt(texts.size())));
        for (int i = random.nextInt(3); i >= 0; i--) {
            words.set(random.nextInt(words.size()), others.get(random.nextInt(others.size())));
        }

        assertKeepsAllIfReadable(String.join("", words));
    }

    @Test
    void refusesAnUnreadableTextWithAllItsProblems() {
        assertThatThrownBy(() -> formatter.format("from S selekt a insert into T;\nfrom S select a insert into;"))
                .isInstanceOfSatisfying(
                        EventFluxException.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::code)
                                .hasSize(2));
    }

    private static List<String> words(String text) {
        return new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
    }

    private static String blank(Random random) {
        return List.of(
                        " ",
                        "\n",
                        "\n\n\n",
                        " -- a comment\n",
                        "\n-- a line\n",
                        " /* a\n   b */ ",
                        "/* c */",
                        "\r\n\t",
                        "\n\n/* d */")
                .get(random.nextInt(9));
    }

    private void assertKeepsAllIfReadable(String text) {
        if (parser.parse(text).problems().isEmpty()) {
            assertKeepsAll(text);
        }
    }

    private void assertKeepsAll(String text) {
        String formatted = formatter.format(text);

        assertThat(tree(formatted)).as("tree of %n%s%n", formatted).isEqualTo(tree(text));
        assertThat(comments(formatted))
                .as("comments of %n%s%n%s", text, formatted)
                .isEqualTo(comments(text));
        assertThat(formatter.format(formatted)).isEqualTo(formatted);
    }

    private String tree(String text) {
        ParseResult result = parser.parse(text);
        assertThat(result.problems()).as(text).isEmpty();
        return TreeText.of(result.application());
    }

    private static long comments(String text) {
        return text.split("-- a|/\\* [acd]", -1).length;
    }
}
