package eventflux.parser;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.query.ParseResult;
import eventflux.api.query.QueryParser;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are deep, long or large. The time limits are far above what is needed; they catch what never ends. */
@Timeout(60)
class LimitsTest {

    private static final int SMALL_STACK = 512 * 1024;
    private static final int MANY = 100_000;

    private final QueryParser parser = new EventFluxQueryParser();

    static Stream<String> deepTexts() {
        return Stream.of(
                "from S[" + "(".repeat(MANY) + "a" + ")".repeat(MANY) + "] insert into O;",
                "from S[" + "(".repeat(MANY),
                "select " + "f(".repeat(MANY) + "1" + ")".repeat(MANY) + " from S;",
                "select " + "case when ".repeat(MANY) + " from S;",
                "from S[" + "not ".repeat(MANY) + "a] insert into O;",
                "select " + "- ".repeat(MANY) + "a from S;",
                "select " + "a + ".repeat(MANY) + "a from S;",
                "select " + "a == ".repeat(MANY) + "a from S;",
                "select a" + " is null".repeat(MANY) + " from S;",
                "select a" + " in T".repeat(MANY) + " from S;",
                "from " + "(from ".repeat(MANY) + "S" + ")".repeat(MANY) + " insert into O;",
                "from " + "every (".repeat(MANY) + "A" + ")".repeat(MANY) + " insert into O;",
                "@a(" + "@a(".repeat(MANY) + ")".repeat(MANY) + ") define stream S (a int);",
                "select a from S " + "union all select a from S union select a from S ".repeat(MANY) + ";");
    }

    @ParameterizedTest
    @MethodSource("deepTexts")
    void endsDeepNestingWithAProblem(String text) throws Exception {
        ParseResult result = onASmallStack(text);

        assertThat(codes(result)).containsExactly("nesting-too-deep");
    }

    static Stream<String> wideTexts() {
        return Stream.of(
                "from e1=S" + " -> S".repeat(MANY) + " insert into O;",
                "from e1=S" + ", S".repeat(MANY) + " insert into O;",
                "from e1=S" + " and S".repeat(MANY) + " insert into O;",
                "select a from S" + " join S on a".repeat(MANY) + ";",
                "select a from S" + " union all select a from S".repeat(MANY) + ";");
    }

    @ParameterizedTest
    @MethodSource("wideTexts")
    void endsStatementsThatReadTooMuchWithAProblem(String text) throws Exception {
        ParseResult result = onASmallStack(text + "define stream O (a int);");

        assertThat(codes(result)).containsExactly("too-many-inputs");
        assertThat(result.application().statements()).hasSize(1);
    }

    @Test
    void readsStatementsThatReadMuch() throws Exception {
        String text = "from e1=S" + " -> S".repeat(998) + " -> S insert into O;";

        ParseResult result = onASmallStack(text + text);

        assertThat(result.problems()).isEmpty();
    }

    @Test
    void readsWhatFollowsAStatementThatIsTooDeep() throws Exception {
        String deep = "from S[" + "(".repeat(MANY) + "a" + ")".repeat(MANY) + "] insert into O;";

        ParseResult result = onASmallStack("define stream S (a int);" + deep + "define stream O (a int);");

        assertThat(result.application().statements()).hasSize(2);
    }

    @Test
    void readsNestingThatPeopleMayWrite() throws Exception {
        ParseResult result = onASmallStack("from S[" + "(".repeat(90) + "a" + ")".repeat(90) + "] insert into O;");

        assertThat(result.problems()).isEmpty();
    }

    @Test
    void saysWhatIsWrongDeepInside() throws Exception {
        ParseResult result = onASmallStack("from S[" + "(".repeat(90) + "+" + ")".repeat(90) + "] insert into O;");

        assertThat(result.problems()).hasSize(1);
    }

    @Test
    void readsLongChainsOfConditions() throws Exception {
        ParseResult result = onASmallStack("from S[a == 1" + " or a == 2".repeat(MANY) + "] insert into O;");

        assertThat(result.problems()).isEmpty();
    }

    @Test
    void readsALargeApplication() throws Exception {
        ParseResult result = onASmallStack("from S[a > 1 and b < 2] select a, b insert into O;\n".repeat(20_000));

        assertThat(result.problems()).isEmpty();
        assertThat(result.application().statements()).hasSize(20_000);
    }

    @Test
    void readsALargeDefinition() throws Exception {
        ParseResult result = onASmallStack("define stream S (a int" + ", b int".repeat(MANY) + ");");

        assertThat(result.problems()).isEmpty();
    }

    @Test
    void survivesALargeTextThatIsWrongAtItsEnd() throws Exception {
        ParseResult result = onASmallStack("define stream S (a int" + ", b int".repeat(MANY) + ",);");

        assertThat(codes(result)).containsExactly("unreadable-statement");
    }

    @Test
    void survivesALargeTextWithoutAnyOrder() throws Exception {
        ParseResult result = onASmallStack("select ) ' 5 from ( \" @ [ \n".repeat(MANY));

        assertThat(result.isValid()).isFalse();
    }

    @Test
    void survivesHugeLiterals() throws Exception {
        String digits = "9".repeat(1_000_000);
        String text = "from S select " + digits + " as a, " + digits + "." + digits + " as b, '" + digits
                + "' as c insert into O;";

        ParseResult result = onASmallStack(text);

        assertThat(codes(result)).containsExactly("number-out-of-range", "number-out-of-range");
    }

    @Test
    void refusesATextThatNoApplicationHas() {
        ParseResult result = parser.parse(" ".repeat(EventFluxQueryParser.LENGTH_LIMIT + 1));

        assertThat(codes(result)).containsExactly("text-too-long");
    }

    static Stream<String> largeTexts() {
        return Stream.of(
                "from S[" + "(".repeat(90) + "a" + ")".repeat(90) + "] insert into O;",
                "select " + "f(".repeat(90) + "1" + ")".repeat(90) + " as x from S;",
                "select " + "case when a then ".repeat(90) + "b" + " end".repeat(90) + " as x from S;",
                "from S[a == 1" + " or a == 2".repeat(MANY) + "] insert into O;",
                "from S[a > 1 and b < 2] select a, b insert into O;\n".repeat(20_000),
                "define stream S (a int" + ", b int".repeat(MANY) + ");",
                "from S[a == ${b}" + " or a == ${c}".repeat(10_000) + "] insert into O;");
    }

    @ParameterizedTest
    @MethodSource("largeTexts")
    void formatsLargeTexts(String text) throws Exception {
        FutureTask<String> task = new FutureTask<>(() -> new EventFluxTextFormatter().format(text));
        new Thread(null, task, "small stack", SMALL_STACK).start();

        assertThat(task.get(10, TimeUnit.MINUTES)).isNotEmpty();
    }

    private static List<String> codes(ParseResult result) {
        return result.problems().stream().map(problem -> problem.code().code()).toList();
    }

    private ParseResult onASmallStack(String text) throws Exception {
        FutureTask<ParseResult> task = new FutureTask<>(() -> parser.parse(text));
        new Thread(null, task, "small stack", SMALL_STACK).start();
        return task.get(10, TimeUnit.MINUTES);
    }
}
