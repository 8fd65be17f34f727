package eventflux.parser;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.query.Continuation;
import eventflux.api.query.Continuation.NameKind;
import eventflux.api.query.QueryParser;
import eventflux.parser.grammar.EventFluxLexer;
import eventflux.parser.grammar.Keywords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextContinuationTest {

    private static final String DEFINITION = "CREATE STREAM Trades (symbol STRING, price DOUBLE);\n";

    /** Words that are never names where these texts have them. */
    private static final Set<String> HARD =
            Set.of("SELECT", "FROM", "WHERE", "INSERT", "INTO", "JOIN", "WHEN", "THEN", "ELSE", "CREATE", "DEFINE");

    /** The first column of a definition may have any name. */
    private static final Pattern COLUMN_NAME =
            Pattern.compile(".*\\bstream\\s+\\S+\\s*\\(", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

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

    @ParameterizedTest(name = "{0}")
    @MethodSource("eventflux.parser.LanguageTest#statements")
    void knowsEveryKeywordOfATextBeforeItIsTyped(CaseFile.Case example) {
        String text = example.text();
        EventFluxLexer lexer = new EventFluxLexer(CharStreams.fromString(text));
        List<String> unforeseen = new ArrayList<>();

        for (Token word : lexer.getAllTokens()) {
            String keyword = word.getText().toUpperCase(Locale.ROOT);
            if (Keywords.isKeyword(word.getType()) && HARD.contains(keyword)) {
                String before = text.substring(0, word.getStartIndex());
                if (!COLUMN_NAME.matcher(before).matches()
                        && !parser.continuation(before).keywords().contains(keyword)) {
                    unforeseen.add(before + "|" + keyword);
                }
            }
        }

        assertThat(unforeseen).isEmpty();
    }

    @Test
    void knowsNothingBehindAMistake() {
        Continuation next = parser.continuation("SELECT FROM WHERE GROUP nothing ( ");

        assertThat(next.isUnknown()).isTrue();
    }
}
