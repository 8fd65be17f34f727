package eventflux.core.operator.pattern;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.LongKey;
import eventflux.core.row.RowView;
import java.util.List;

/** One step of a pattern: what partial matches wait for at a place. */
public final class PatternStep {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final PatternLeaf[] leaves;
    private final MatchFormula formula;
    // By leaf.
    private final LongKey[][] eventKeys;
    private final LongKey[] matchKeys;
    private final int timedLeaves;

    /**
     * A step.
     *
     * @param leaves what it waits for
     * @param formula when that is enough
     * @param keys what the conditions of all leaves compare for equality; empty without an index
     */
    public PatternStep(List<PatternLeaf> leaves, MatchFormula formula, List<StepKey> keys) {
        this.leaves = leaves.toArray(PatternLeaf[]::new);
        this.formula = formula;
        this.matchKeys = keys.stream().map(StepKey::match).toArray(LongKey[]::new);
        this.eventKeys = new LongKey[this.leaves.length][];
        for (int i = 0; i < this.leaves.length; i++) {
            int leaf = i;
            eventKeys[i] = keys.stream().map(key -> key.events().get(leaf)).toArray(LongKey[]::new);
        }
        int timed = 0;
        for (int i = 0; i < this.leaves.length; i++) {
            timed |= this.leaves[i].absence().isTimed() ? 1 << i : 0;
        }
        this.timedLeaves = timed;
    }

    /**
     * Values that conditions compare for equality.
     *
     * @param events of the event, for each leaf
     * @param match of the composed row
     */
    public record StepKey(List<LongKey> events, LongKey match) {
        /** Copies the list. */
        public StepKey {
            events = List.copyOf(events);
        }
    }

    /** What it waits for; not to be changed. */
    PatternLeaf[] leaves() {
        return leaves;
    }

    boolean isIndexed() {
        return matchKeys.length > 0;
    }

    /** Whether one event fills it, or several of one kind. */
    boolean isSimple() {
        return leaves.length == 1 && !leaves[0].isAbsent();
    }

    /** Whether one event fills it. */
    boolean isOneEvent() {
        return isSimple() && !leaves[0].isCounted();
    }

    /** Whether so many events of its kind are enough. */
    boolean isPassable(int count) {
        return isSimple() && leaves[0].isCounted() && count >= leaves[0].min();
    }

    /** Whether it need not be filled at all. */
    boolean isOptional() {
        return isPassable(0);
    }

    /** Whether absence alone fills it. */
    boolean isSilent() {
        for (PatternLeaf leaf : leaves) {
            if (!leaf.isAbsent()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is complete, as a value of {@link MatchFormula}. */
    int value(int done, int broken) {
        return formula.value(done, broken);
    }

    /** The same if absences without a time did not matter. */
    int valueWithoutUntimed(int done, int broken) {
        return formula.value(done, broken & timedLeaves);
    }

    /** Whether a value of the event that has to equal one of the match is null, so that no match fits. */
    boolean isKeyNull(int leaf, RowView event, EvalContext context) {
        for (LongKey key : eventKeys[leaf]) {
            if (key.isNull(event, context)) {
                return true;
            }
        }
        return false;
    }

    long eventHash(int leaf, RowView event, EvalContext context) {
        return hash(eventKeys[leaf], event, context);
    }

    long matchHash(RowView match, EvalContext context) {
        return hash(matchKeys, match, context);
    }

    private static long hash(LongKey[] keys, RowView row, EvalContext context) {
        long hash = 0;
        for (LongKey key : keys) {
            long value = key.isNull(row, context) ? 0 : key.key(row, context);
            hash = (hash ^ value) * SPREAD;
            hash ^= hash >>> Integer.SIZE;
        }
        return hash;
    }
}
