package eventflux.core.plan;

import eventflux.api.event.Schema;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.resolved.NamedWindow;
import eventflux.core.resolved.StreamTime;
import eventflux.core.resolved.TriggerSchedule;
import java.util.BitSet;
import java.util.Optional;

/**
 * A stream.
 *
 * @param name its name
 * @param schema its columns
 * @param coded the text columns that are kept as codes, because queries group or compare by them
 * @param byRow whether all its readers see one row before any sees the next, because what they do meets again downstream
 * @param trigger when the engine itself puts a row into it, if it does
 * @param window that stands between it and its readers, if one does
 * @param policy what becomes of its rows that a query fails on
 * @param time how its rows carry the time, if they do
 */
public record StreamPlan(
        String name,
        Schema schema,
        BitSet coded,
        boolean byRow,
        Optional<TriggerSchedule> trigger,
        Optional<NamedWindow> window,
        FailurePolicy policy,
        Optional<StreamTime> time) {

    /** Copies the set. */
    public StreamPlan {
        coded = (BitSet) coded.clone();
    }

    @Override
    public BitSet coded() {
        return (BitSet) coded.clone();
    }
}
