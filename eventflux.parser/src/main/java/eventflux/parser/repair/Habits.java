package eventflux.parser.repair;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.Keywords;
import eventflux.parser.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Knows what people write who come from another dialect of SQL, and what is written here instead. The rest of such a statement
 * is not read. Used by one thread, for one list of words.
 */
final class Habits extends Spot {

    private static final Set<String> STATEMENTS =
            Set.of("DROP", "ALTER", "TRUNCATE", "GRANT", "REPLACE", "SHOW", "USE", "BEGIN", "COMMIT");
    private static final List<Integer> CLAUSES = List.of(
            EventFluxGrammar.WINDOW,
            EventFluxGrammar.WHERE,
            EventFluxGrammar.GROUP,
            EventFluxGrammar.HAVING,
            EventFluxGrammar.ORDER,
            EventFluxGrammar.LIMIT,
            EventFluxGrammar.OFFSET,
            EventFluxGrammar.OUTPUT,
            EventFluxGrammar.INSERT);
    private static final List<Integer> QUERY_STARTS = List.of(EventFluxGrammar.FROM, EventFluxGrammar.SELECT);
    private static final String QUERY_INSIDE =
            "a query stands behind FROM: join with it, or ask whether a value is IN a table";

    /**
     * For one mistake.
     *
     * @param at the first word that cannot be read
     */
    Habits(TokenizedText text, List<Token> tokens, int at) {
        super(text, tokens, at);
    }

    /** What to say of it, if it is a habit. */
    Optional<Problem> problem() {
        return new StreamingHabits(text, tokens, at)
                .problem()
                .or(new ChangeHabits(text, tokens, at)::problem)
                .or(new OperatorHabits(text, tokens, at)::problem)
                .or(this::statement)
                .or(this::selection)
                .or(this::input)
                .or(this::limit)
                .or(this::order)
                .or(this::namespace)
                .or(this::expression)
                .or(this::definition);
    }

    private Optional<Problem> statement() {
        if (startsWith(EventFluxGrammar.FROM) && is(0, EventFluxGrammar.UPSERT)) {
            return foreign(0, 0, "write update or insert into");
        }
        return at == 0 && STATEMENTS.stream().anyMatch(word -> is(0, word))
                ? foreign(0, 0, "an application changes when its text does")
                : Optional.empty();
    }

    private Optional<Problem> selection() {
        if (is(-1, "TOP") && is(0, EventFluxGrammar.INT_LITERAL)) {
            return foreign(-1, 0, "write LIMIT " + word(0) + " at the end of the query");
        }
        if (is(-1, EventFluxGrammar.DISTINCT) && is(0, EventFluxGrammar.ON)) {
            return foreign(
                    -1, 0, "write WINDOW('firstUnique', column) behind the stream for the first row of each key");
        }
        if (is(0, EventFluxGrammar.INTO) && (at == 0 || startsWith(EventFluxGrammar.FROM))) {
            return foreign(0, 0, "write INSERT INTO");
        }
        if (is(0, EventFluxGrammar.SELECT) && startsWith(EventFluxGrammar.FROM) && isLastOf(EventFluxGrammar.FROM)) {
            return has(EventFluxGrammar.INSERT) ? foreign(0, 0, "it stands before insert into") : Optional.empty();
        }
        return is(0, EventFluxGrammar.INTO) && tokens.get(0).getType() == EventFluxGrammar.SELECT
                ? foreign(0, 0, "write INSERT INTO before SELECT, or at the end of the query")
                : Optional.empty();
    }

    // Whether the statement has no word of a type from here on.
    private boolean isLastOf(int type) {
        return tokens.subList(at, tokens.size()).stream().noneMatch(token -> token.getType() == type);
    }

    private Optional<Problem> input() {
        if (is(0, EventFluxGrammar.LEFT_PARENTHESIS) && is(-2, EventFluxGrammar.FROM)) {
            return foreign(0, 0, "a condition stands in brackets behind the stream: " + word(-1) + "[a > 1]");
        }
        boolean isFirstInput = is(-2, EventFluxGrammar.FROM)
                || is(-3, EventFluxGrammar.FROM)
                || is(-4, EventFluxGrammar.FROM) && is(-2, EventFluxGrammar.AS);
        if (isFirstInput && is(0, EventFluxGrammar.COMMA)) {
            return foreign(0, 0, "join streams: a JOIN b ON condition");
        }
        if (is(0, EventFluxGrammar.JOIN) && is(-1, "CROSS") || is(1, EventFluxGrammar.JOIN) && is(0, "CROSS")) {
            return foreign(is(0, "CROSS") ? 0 : -1, is(0, "CROSS") ? 1 : 0, "write JOIN without ON");
        }
        if (is(1, EventFluxGrammar.JOIN) && is(0, "NATURAL")) {
            return foreign(0, 1, "write JOIN … USING (column, …)");
        }
        if (is(0, EventFluxGrammar.OUTER)) {
            return foreign(0, 0, "write LEFT, RIGHT or FULL before it");
        }
        if (is(0, EventFluxGrammar.WHERE) && startsWith(EventFluxGrammar.FROM) && !Repairer.isName(tokens, at)) {
            return foreign(0, 0, "write the condition in brackets behind the stream: from S[a > 1]");
        }
        boolean isMoment = is(0, EventFluxGrammar.FOR) && is(1, "SYSTEM_TIME");
        if (isMoment || is(-2, EventFluxGrammar.AS) && is(-1, EventFluxGrammar.OF)) {
            return foreign(isMoment ? 0 : -2, isMoment ? 1 : -1, "a table is joined as it is when a row comes");
        }
        boolean isPattern = is(-2, EventFluxGrammar.PATTERN) || is(-2, EventFluxGrammar.SEQUENCE);
        if (is(0, EventFluxGrammar.EQUAL) && is(1, EventFluxGrammar.GREATER)) {
            return foreign(0, 1, "write ->");
        }
        return isPattern && is(0, EventFluxGrammar.EQUAL)
                ? missing(EventFluxGrammar.LEFT_PARENTHESIS, tokens.get(at - 2))
                : Optional.empty();
    }

    private Optional<Problem> limit() {
        if (is(-2, EventFluxGrammar.LIMIT) && is(0, EventFluxGrammar.COMMA)) {
            return foreign(0, 0, "write LIMIT rows OFFSET rows");
        }
        return is(-1, "FETCH") || is(0, "FETCH")
                ? foreign(is(0, "FETCH") ? 0 : -1, 0, "write LIMIT rows at the end of the query")
                : Optional.empty();
    }

    private Optional<Problem> order() {
        boolean isChange = startsWith(EventFluxGrammar.UPDATE) && has(EventFluxGrammar.WHERE);
        if (isChange && is(0, EventFluxGrammar.FROM) && !Repairer.isName(tokens, at)) {
            return foreign(0, 0, "it stands before WHERE");
        }
        if (is(0, "NULLS")) {
            return foreign(0, 1, "a null is larger than every value: it is last, and first with DESC");
        }
        boolean isJoin = is(0, EventFluxGrammar.ON) && has(EventFluxGrammar.JOIN);
        if (isJoin && has(EventFluxGrammar.WITHIN) && !has(EventFluxGrammar.PATTERN)) {
            return foreign(0, 0, "it stands before WITHIN");
        }
        boolean isByKey = is(0, EventFluxGrammar.PARTITION) && is(1, EventFluxGrammar.BY);
        if (isByKey && !is(-1, EventFluxGrammar.OVER) && !has(EventFluxGrammar.PATTERN)) {
            return foreign(0, 1, "write PARTITION WITH (key OF stream) BEGIN … END around the query");
        }
        int behind = CLAUSES.indexOf(tokens.get(at).getType());
        for (int i = at - 1, depth = 0; behind >= 0 && depth <= 0 && i > 0; i--) {
            Token word = tokens.get(i);
            depth += sign(word.getType());
            if (depth == 0 && CLAUSES.indexOf(word.getType()) > behind) {
                return foreign(0, last(at) - at, "it stands before " + words(i, last(i)));
            }
            if (depth == 0 && QUERY_STARTS.contains(word.getType())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private int last(int clause) {
        return is(clause + 1 - at, EventFluxGrammar.BY) ? clause + 1 : clause;
    }

    private static int sign(int type) {
        return switch (type) {
            case EventFluxGrammar.LEFT_PARENTHESIS, EventFluxGrammar.LEFT_BRACKET -> 1;
            case EventFluxGrammar.RIGHT_PARENTHESIS, EventFluxGrammar.RIGHT_BRACKET -> -1;
            default -> 0;
        };
    }

    // A name space may be any word, in quotes.
    private Optional<Problem> namespace() {
        int colon = is(0, EventFluxGrammar.COLON) ? 0 : 1;
        boolean isCall = is(colon, EventFluxGrammar.COLON)
                && is(colon + 2, EventFluxGrammar.LEFT_PARENTHESIS)
                && at + colon > 0
                && Keywords.isKeyword(tokens.get(at + colon - 1).getType());
        if (!isCall) {
            return Optional.empty();
        }
        Token word = tokens.get(at + colon - 1);
        return Optional.of(Problem.of(SyntaxError.KEYWORD_AS_NAME, "found", Wording.found(word))
                .at(text.at(word))
                .suggesting("`" + word.getText() + "`"));
    }

    private Optional<Problem> expression() {
        if (is(-1, EventFluxGrammar.END) && (is(-2, EventFluxGrammar.THEN) || is(-2, EventFluxGrammar.ELSE))) {
            // It was taken for the name of a column.
            Token end = tokens.get(at - 1);
            return Optional.of(
                    Problem.of(SyntaxError.UNEXPECTED_TEXT, "found", Wording.found(end), "expected", "an expression")
                            .at(text.at(end)));
        }
        if (is(-1, EventFluxGrammar.LIKE) && is(0, EventFluxGrammar.PERCENT)) {
            return foreign(0, 0, "a pattern stands in quotes: LIKE '%text%'");
        }
        if (is(0, EventFluxGrammar.STRING) && (is(-1, "TIMESTAMP") || is(-1, "DATE"))) {
            String pattern = is(-1, "DATE") ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
            return foreign(-1, -1, "write parseDate(" + word(0) + ", '" + pattern + "')");
        }
        if (is(-1, "GROUPING") && is(0, "SETS") || is(-1, EventFluxGrammar.BY) && is(0, "GROUPING")) {
            return foreign(is(0, "SETS") ? -1 : 0, is(0, "SETS") ? 0 : 1, "write a query for each of them");
        }
        if (is(0, EventFluxGrammar.TO) && has(EventFluxGrammar.INTERVAL)) {
            return foreign(0, 1, "write each unit by itself: 1 HOUR 30 MINUTES");
        }
        if (is(-1, EventFluxGrammar.STAR) && is(0, EventFluxGrammar.STAR)) {
            return foreign(-1, 0, "write power(a, b)");
        }
        if (is(0, EventFluxGrammar.SLASH) && is(1, EventFluxGrammar.SLASH)) {
            return foreign(0, 1, "a comment begins with --");
        }
        if (is(0, EventFluxGrammar.SELECT) && is(-1, EventFluxGrammar.LEFT_PARENTHESIS)) {
            return foreign(0, 0, QUERY_INSIDE);
        }
        if (is(0, EventFluxGrammar.COLON) && is(-1, EventFluxGrammar.COLON)) {
            return foreign(-1, 0, "write CAST(value AS type)");
        }
        if (is(0, EventFluxGrammar.DISTINCT) && (is(-1, EventFluxGrammar.IS) || is(-2, EventFluxGrammar.IS))) {
            return foreign(0, 0, "write a = b OR a IS NULL AND b IS NULL, or NOT of that");
        }
        return is(0, EventFluxGrammar.NULL) && is(-1, EventFluxGrammar.NOT)
                ? foreign(-1, 0, "write IS NOT NULL")
                : Optional.empty();
    }

    private Optional<Problem> definition() {
        boolean isDefined = startsWith(EventFluxGrammar.CREATE);
        if (isDefined && is(0, EventFluxGrammar.OR) && at == 1) {
            return foreign(0, 1, "a text defines a name once");
        }
        return isDefined && is(0, EventFluxGrammar.NOT) && is(-1, "IF")
                ? foreign(-1, 1, "a text defines a name once")
                : Optional.empty();
    }
}
