package eventflux.parser;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.query.Continuation;
import eventflux.api.query.Continuation.NameKind;
import eventflux.api.query.QueryParser;
import org.junit.jupiter.api.Test;

class TextContinuationTest {

    private static final String DEFINITION = "CREATE STREAM Trades (symbol STRING, price DOUBLE);\n";

    private final QueryParser parser = new EventFluxQueryParser();

    @Test
    void startsAStatement() {
        Continuation next = parser.continuation(DEFINITION);

        assertThat(next.keywords())
                .contains("CREATE", "DEFINE", "SELECT", "FROM", "INSERT", "PARTITION")
                .doesNotContain("WHERE", "END", "AND");
        assertThat(next.names()).containsExactly(NameKind.ANNOTATION);
    }

    @Test
    void takesAStreamBehindFrom() {
        Continuation next = parser.continuation(DEFINITION + "SELECT symbol FROM ");

        assertThat(next.names()).containsExactly(NameKind.STREAM);
        assertThat(next.keywords()).doesNotContain("SELECT", "WHERE");
    }

    @Test
    void takesColumnsAndFunctionsInExpressions() {
        Continuation next = parser.continuation(DEFINITION + "SELECT symbol FROM Trades WHERE ");

        assertThat(next.names()).contains(NameKind.COLUMN, NameKind.FUNCTION).doesNotContain(NameKind.STREAM);
        assertThat(next.keywords()).contains("NOT", "CASE", "TRUE").doesNotContain("HAVING", "SELECT");
    }

    @Test
    void goesOnWithTheNextClauses() {
        Continuation next = parser.continuation(DEFINITION + "SELECT symbol FROM Trades WHERE price > 1 ");

        assertThat(next.keywords())
                .contains("GROUP", "HAVING", "ORDER", "AND", "OR")
                .doesNotContain("WHERE", "END");
        assertThat(next.names()).isEmpty();
    }

    @Test
    void takesATypeBehindTheNameOfAColumn() {
        Continuation next = parser.continuation("CREATE STREAM Trades (symbol ");

        assertThat(next.names()).containsExactly(NameKind.TYPE);
    }

    @Test
    void endsAnOpenPartition() {
        Continuation next =
                parser.continuation("partition with (symbol of Trades) begin from Trades insert into #Inner; ");

        assertThat(next.keywords()).contains("END", "FROM");
    }

    @Test
    void knowsNothingBehindAMistake() {
        Continuation next = parser.continuation("SELECT FROM WHERE GROUP nothing ( ");

        assertThat(next.isUnknown()).isTrue();
    }
}
