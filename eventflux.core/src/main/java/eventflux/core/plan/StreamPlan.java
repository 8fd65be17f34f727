package eventflux.core.plan;

import eventflux.api.event.Schema;
import java.util.BitSet;

/**
 * A stream.
 *
 * @param name its name
 * @param schema its columns
 * @param coded the text columns that are kept as codes, because queries group or compare by them
 * @param byRow whether all its readers see one row before any sees the next, because what they do meets again downstream
 */
public record StreamPlan(String name, Schema schema, BitSet coded, boolean byRow) {

    /** Copies the set. */
    public StreamPlan {
        coded = (BitSet) coded.clone();
    }

    @Override
    public BitSet coded() {
        return (BitSet) coded.clone();
    }
}
