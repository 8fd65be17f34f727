package eventflux.core.operator;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.core.state.RecordPart;
import java.util.Optional;

/**
 * What a fold remembers of a step.
 *
 * @param state holds the first rows
 * @param first a row of each group that will give one, in the order in which they will
 * @param time of the last row that counts for what the group gives; a cell of the group, at first {@link #NOT_SEEN}
 * @param last what the group gives its row from; a queue of the group, empty when its first row does
 */
public record FoldedStep(RecordPart state, RowQueue first, LongCell time, Optional<RowQueue> last) {

    /** The time of a group that gives no row yet. */
    public static final long NOT_SEEN = Long.MIN_VALUE;
}
