package eventflux.core.operator.match;

import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.pattern.MatchCompletion;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import java.util.List;
import java.util.Optional;

/**
 * A row pattern and what belongs to it.
 *
 * @param program the pattern
 * @param filter which rows there are for it
 * @param completion computes what is asked for of complete matches alone, if anything is
 * @param matches counts the matches of the present key, if anybody asks
 * @param record what it remembers of the present key
 * @param state hands out cells of that
 * @param arena where ways lie
 * @param alarm rings when the time of the earliest attempt is over, if there is a limit
 * @param event of the rows
 * @param extended of the rows with values of those before
 * @param previous for each of these values, its column in the extended row before
 * @param row of the composed rows, without codes
 * @param symbols what codes of the rows mean
 */
public record MatchParts(
        RowProgram program,
        RowPredicate filter,
        Optional<MatchCompletion> completion,
        Optional<LongCell> matches,
        RecordPart record,
        OperatorState state,
        RowArena arena,
        Optional<Alarm> alarm,
        RowLayout event,
        RowLayout extended,
        List<Integer> previous,
        RowLayout row,
        SymbolTable symbols) {

    /** Copies the list. */
    public MatchParts {
        previous = List.copyOf(previous);
    }

    /**
     * An alarm.
     *
     * @param timer of the present key
     * @param order its place among those who have alarms
     */
    public record Alarm(KeyedTimer timer, int order) {}
}
