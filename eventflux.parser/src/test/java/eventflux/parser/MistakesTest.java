package eventflux.parser;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.Problem;
import eventflux.api.query.Application;
import eventflux.api.query.ParseResult;
import eventflux.api.query.ParsedExpression;
import eventflux.api.query.QueryParser;
import eventflux.api.query.node.Dialect;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about texts that are wrong, and what is read in spite of it. */
class MistakesTest {

    private final QueryParser parser = new EventFluxQueryParser();

    static Stream<CaseFile.Case> mistakes() {
        return CaseFile.read("errors.cases", "!").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void saysWhatIsWrongAndWhere(CaseFile.Case example) {
        ParseResult result = parser.parse(example.text());

        assertThat(result.problems().stream().map(MistakesTest::line)).containsExactlyElementsOf(example.expected());
    }

    private static String line(Problem problem) {
        return problem.position().map(place -> place + " ").orElse("")
                + problem.code().code()
                + ": "
                + problem.message()
                + problem.suggestion().map(name -> " -> " + name).orElse("");
    }

    @Test
    void readsTheStatementsAroundAMistake() {
        Application application = parser.parse("""
                        define stream A (x int);
                        from A[x >] select x insert into B;
                        define stream C (y int);
                        """).application();

        assertThat(application.statements()).hasSize(2);
    }

    @Test
    void readsAStatementWhoseKeywordIsMisspelt() {
        Application application = parser.parse("define strem A (x int);").application();

        assertThat(application.statements().stream().map(TreeText::of))
                .containsExactly("StreamDefinition(classic A [ColumnDefinition(x int)])");
    }

    @Test
    void readsBothStatementsAroundAMissingSemicolon() {
        Application application =
                parser.parse("from A insert into B from C insert into D;").application();

        assertThat(application.statements()).hasSize(2);
    }

    @Test
    void keepsThePartitionWhenOneOfItsQueriesCannotBeRead() {
        ParseResult result = parser.parse("""
                partition with (x of A) begin
                  from A[x >] insert into B;
                  from A insert into C;
                end;
                """);

        assertThat(result.problems()).hasSize(1);
        assertThat(result.application().statements().stream().map(TreeText::of))
                .containsExactly("PartitionStatement(classic [ValueKey(x A)] [QueryStatement(classic Query(Select("
                        + "SelectClause(all [AllColumns]) StreamInput(A)) InsertInto(current C)))])");
    }

    @Test
    void forgivesTheEndOfAPartitionWhoseHeadCannotBeRead() {
        ParseResult result = parser.parse("partition with (,) begin from A insert into B; end; from A insert into C;");

        assertThat(result.problems()).hasSize(1);
        assertThat(result.application().statements()).hasSize(1);
    }

    @Test
    void reportsAPartitionWithoutItsEnd() {
        ParseResult result = parser.parse("partition with (x of A) begin from A insert into B;");

        assertThat(result.problems().stream().map(problem -> problem.code().code()))
                .containsExactly("unclosed-partition");
    }

    @Test
    void stopsAfterAHundredProblems() {
        ParseResult result = parser.parse("foo bar;\n".repeat(10_000));

        assertThat(result.problems()).hasSize(101);
        assertThat(result.problems().get(100).code().code()).isEqualTo("too-many-problems");
    }

    @Test
    void saysWhatIsWrongWithAnExpression() {
        ParsedExpression result = parser.parseExpression("count() <= ", Dialect.CLASSIC);

        assertThat(result.expression()).isEmpty();
        assertThat(result.problems().stream().map(MistakesTest::line))
                .containsExactly("1:11 unexpected-text: the end of the text is not expected here;"
                        + " expected an expression or 'not'");
    }

    @Test
    void readsAnEmptyText() {
        ParseResult result = parser.parse("  -- nothing\n /* at all */ ;; ");

        assertThat(result.isValid()).isTrue();
        assertThat(result.application().statements()).isEmpty();
    }
}
