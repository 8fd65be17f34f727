package eventflux.parser.repair;

import eventflux.api.error.Problem;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Knows what people write who come from other languages for streams, and from the whole of MATCH_RECOGNIZE. Used by one thread. */
final class StreamingHabits extends Spot {

    private static final List<Integer> MEASURE_ENDS = List.of(
            EventFluxGrammar.COMMA,
            EventFluxGrammar.ONE,
            EventFluxGrammar.ALL,
            EventFluxGrammar.AFTER,
            EventFluxGrammar.PATTERN);
    private static final int BEFORE_ROW = 2;
    private static final int TIME_COLUMN = 8;
    private static final int LENGTH = 11;

    StreamingHabits(TokenizedText text, List<Token> tokens, int at) {
        super(text, tokens, at);
    }

    /** What to say of it, if it is such a habit. */
    Optional<Problem> problem() {
        return emission()
                .or(this::window)
                .or(this::tableFunction)
                .or(this::condition)
                .or(this::esper)
                .or(this::match);
    }

    private Optional<Problem> emission() {
        int emit = is(0, "EMIT") ? 0 : -1;
        return is(emit, "EMIT") && (is(emit + 1, "CHANGES") || is(emit + 1, EventFluxGrammar.FINAL))
                ? foreign(emit, emit + 1, "leave it out: a query goes on for as long as the application runs")
                : Optional.empty();
    }

    // WINDOW TUMBLING (SIZE 1 MINUTE), WINDOW HOPPING (SIZE 1 HOUR, ADVANCE BY 1 MINUTE).
    private Optional<Problem> window() {
        if (is(-2, EventFluxGrammar.WINDOW)
                && is(-1, EventFluxGrammar.LEFT_PARENTHESIS)
                && is(1, EventFluxGrammar.COMMA)) {
            return foreign(0, 0, "the name of a window stands in quotes here: '" + word(0) + "'");
        }
        return is(-1, "SIZE") && is(0, EventFluxGrammar.INT_LITERAL) && has(EventFluxGrammar.WINDOW)
                ? foreign(-1, -1, "write the lengths alone: TUMBLING(1 MINUTE), HOPPING(1 HOUR, 1 MINUTE)")
                : Optional.empty();
    }

    // FROM PATTERN (e1=S -> e2=R WHERE e1.k = e2.k).
    private Optional<Problem> condition() {
        int pattern = Math.max(lastOf(EventFluxGrammar.PATTERN), lastOf(EventFluxGrammar.SEQUENCE));
        if (!is(0, EventFluxGrammar.WHERE) || pattern < 0 || has(EventFluxGrammar.MATCH_RECOGNIZE)) {
            return Optional.empty();
        }
        long opened = count(pattern, EventFluxGrammar.LEFT_PARENTHESIS);
        return opened > count(pattern, EventFluxGrammar.RIGHT_PARENTHESIS)
                ? foreign(0, 0, "conditions stand in brackets behind the event: e2=R[k = e1.k]")
                : Optional.empty();
    }

    // select a.k from pattern [every a=S -> b=R], select k from S.win:length(5).
    private Optional<Problem> esper() {
        if (is(-2, EventFluxGrammar.PATTERN) && is(-1, EventFluxGrammar.LEFT_BRACKET)) {
            return foreign(-2, -1, "write PATTERN (…)");
        }
        boolean isWindow = is(0, EventFluxGrammar.DOT) && is(2, EventFluxGrammar.COLON);
        return isWindow && (is(-2, EventFluxGrammar.FROM) || is(-2, EventFluxGrammar.JOIN))
                ? foreign(1, 1, "write #" + word(1 + 2) + "(…)")
                : Optional.empty();
    }

    private long count(int from, int type) {
        return tokens.subList(from, at).stream()
                .filter(token -> token.getType() == type)
                .count();
    }

    // FROM TABLE(TUMBLE(TABLE s, DESCRIPTOR(ts), INTERVAL '1' MINUTE)).
    private Optional<Problem> tableFunction() {
        boolean isFunction = is(-1, EventFluxGrammar.TABLE)
                && is(0, EventFluxGrammar.LEFT_PARENTHESIS)
                && is(BEFORE_ROW, EventFluxGrammar.LEFT_PARENTHESIS);
        if (!isFunction) {
            return Optional.empty();
        }
        boolean isTumble = is(1, "TUMBLE") && is(LENGTH, EventFluxGrammar.INTERVAL) && at + LENGTH + 2 < tokens.size();
        return foreign(
                -1,
                -1,
                isTumble
                        ? "write " + word(BEFORE_ROW + 2) + " WINDOW('externalTimeBatch', " + word(TIME_COLUMN) + ", "
                                + word(LENGTH) + " " + word(LENGTH + 1) + " " + word(LENGTH + 2) + ", 0)"
                        : "write a window behind the stream: s WINDOW('hopping', INTERVAL '10' MINUTE, INTERVAL '1' MINUTE)");
    }

    private Optional<Problem> match() {
        if (!has(EventFluxGrammar.MATCH_RECOGNIZE)) {
            return Optional.empty();
        }
        if (is(-1, EventFluxGrammar.MATCH) && (is(0, "SHOW") || is(0, "OMIT") || is(0, EventFluxGrammar.WITH))) {
            return foreign(0, 1, "a match gives one row: write ONE ROW PER MATCH");
        }
        if (is(-1, EventFluxGrammar.LEFT_BRACE) && is(0, EventFluxGrammar.MINUS)) {
            return foreign(-1, 0, "a match gives one row, whose columns are the MEASURES: leave the braces out");
        }
        boolean isBehind = is(0, EventFluxGrammar.MEASURES) || is(0, EventFluxGrammar.AFTER);
        if (isBehind && has(EventFluxGrammar.PATTERN)) {
            return foreign(0, 0, "it stands before PATTERN");
        }
        return pattern().or(this::measure);
    }

    private Optional<Problem> pattern() {
        int last = lastOf(EventFluxGrammar.PATTERN);
        if (last < 0 || has(EventFluxGrammar.DEFINE)) {
            return Optional.empty();
        }
        if (is(0, EventFluxGrammar.ARROW) || is(0, EventFluxGrammar.COMMA) && !isPermutation(last)) {
            return foreign(0, 0, "variables stand one behind another: PATTERN (a b)");
        }
        return is(0, EventFluxGrammar.COMMA)
                ? foreign(permutation(last) - at, permutation(last) - at, "write the orders out: (a b | b a)")
                : Optional.empty();
    }

    private boolean isPermutation(int pattern) {
        return permutation(pattern) >= 0;
    }

    private int permutation(int pattern) {
        for (int i = at - 1; i > pattern; i--) {
            if (is(i - at, "PERMUTE")) {
                return i;
            }
        }
        return -1;
    }

    // A name without AS is read as that of what comes behind.
    private Optional<Problem> measure() {
        int last = lastOf(EventFluxGrammar.MEASURES);
        int end = at;
        while (end > at - BEFORE_ROW && !MEASURE_ENDS.contains(tokens.get(end).getType())) {
            end--;
        }
        boolean isMeasure = last >= 0 && end - 1 > last && !has(EventFluxGrammar.DEFINE);
        return isMeasure
                        && MEASURE_ENDS.contains(tokens.get(end).getType())
                        && !is(end - BEFORE_ROW - at, EventFluxGrammar.AS)
                ? missing(EventFluxGrammar.AS, tokens.get(end - 1))
                : Optional.empty();
    }

    private int lastOf(int type) {
        for (int i = at - 1; i >= 0; i--) {
            if (tokens.get(i).getType() == type) {
                return i;
            }
        }
        return -1;
    }
}
