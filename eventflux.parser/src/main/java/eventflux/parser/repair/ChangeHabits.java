package eventflux.parser.repair;

import eventflux.api.error.Problem;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Knows how other dialects define things and change tables. Used by one thread. */
final class ChangeHabits extends Spot {

    ChangeHabits(TokenizedText text, List<Token> tokens, int at) {
        super(text, tokens, at);
    }

    /** What to say of it, if it is such a habit. */
    Optional<Problem> problem() {
        return change().or(this::definition);
    }

    private Optional<Problem> change() {
        boolean isDelete = startsWith(EventFluxGrammar.DELETE);
        if (at == 0 && is(0, "MERGE")) {
            return foreign(0, 0, "write UPSERT INTO table SELECT … FROM stream ON condition");
        }
        if (isDelete && is(0, EventFluxGrammar.FROM) && at > 1) {
            return foreign(0, 0, "write DELETE FROM table USING stream WHERE condition");
        }
        if (isDelete && is(0, EventFluxGrammar.ON) && has(EventFluxGrammar.USING)) {
            return foreign(0, 0, "write WHERE");
        }
        boolean isOver = is(0, EventFluxGrammar.SEMICOLON) || is(0, Token.EOF);
        return startsWith(EventFluxGrammar.UPSERT)
                        && isOver
                        && has(EventFluxGrammar.SELECT)
                        && !has(EventFluxGrammar.ON)
                ? missing(EventFluxGrammar.ON, tokens.get(at - 1))
                : Optional.empty();
    }

    private Optional<Problem> definition() {
        if (!startsWith(EventFluxGrammar.CREATE) && !startsWith(EventFluxGrammar.DEFINE)) {
            return Optional.empty();
        }
        if (at == 1 && (is(0, "VIEW") || is(0, "MATERIALIZED"))) {
            return foreign(
                    0, is(0, "VIEW") ? 0 : 1, "write CREATE STREAM name AS SELECT …, or fill a table by INSERT INTO");
        }
        if (at == 1 && is(0, "SCHEMA")) {
            return foreign(0, 0, "write CREATE STREAM name (column type, …)");
        }
        if (at == 1 && is(0, "CONTEXT")) {
            return foreign(0, 0, "write PARTITION WITH (key OF stream) BEGIN … END");
        }
        if (at == 1 && (is(0, "TEMPORARY") || is(0, "TEMP"))) {
            return foreign(0, 0, "leave it out: tables in memory are as long there as the application");
        }
        boolean hasColumns = is(1 - at, EventFluxGrammar.STREAM) || is(1 - at, EventFluxGrammar.TABLE);
        if (at == 3 && hasColumns && is(0, EventFluxGrammar.IDENTIFIER) && !is(1, EventFluxGrammar.LEFT_PARENTHESIS)) {
            return missing(EventFluxGrammar.LEFT_PARENTHESIS, tokens.get(at - 1));
        }
        if (is(0, EventFluxGrammar.LESS)) {
            return foreign(-1, -1, "lists, maps and rows are of the type OBJECT");
        }
        if (is(0, EventFluxGrammar.NOT) && is(1, "ENFORCED")) {
            return foreign(0, 1, "leave it out: a primary key is enforced");
        }
        if (is(0, EventFluxGrammar.AS) && is(1 - at, EventFluxGrammar.TABLE)) {
            return foreign(0, 0, "a table has columns, and is filled by INSERT INTO");
        }
        if (is(-2, EventFluxGrammar.PRIMARY)
                && is(-1, EventFluxGrammar.KEY)
                && !is(0, EventFluxGrammar.LEFT_PARENTHESIS)) {
            return missing(EventFluxGrammar.LEFT_PARENTHESIS, tokens.get(at - 1));
        }
        boolean isOver = is(0, EventFluxGrammar.SEMICOLON) || is(0, Token.EOF);
        return isOver
                        && is(1 - at, EventFluxGrammar.AGGREGATION)
                        && !has(EventFluxGrammar.AGGREGATE)
                        && has(EventFluxGrammar.SELECT)
                ? missing(EventFluxGrammar.AGGREGATE, tokens.get(at - 1))
                : Optional.empty();
    }
}
