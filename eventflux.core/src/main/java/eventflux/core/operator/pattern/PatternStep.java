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
    private final StepPart[] parts;
    // By leaf.
    private final LongKey[][] eventKeys;
    private final LongKey[][] matchKeys;
    private final long[] preferred;
    private final long untimed;
    private final long initial;

    /**
     * A step.
     *
     * @param leaves what it waits for
     * @param formula when that is enough
     * @param parts what of it starts anew, inner ones first
     * @param keys for each leaf, what its condition compares for equality; empty without an index
     */
    public PatternStep(List<PatternLeaf> leaves, MatchFormula formula, List<StepPart> parts, List<List<StepKey>> keys) {
        this.leaves = leaves.toArray(PatternLeaf[]::new);
        this.formula = formula;
        this.parts = parts.toArray(StepPart[]::new);
        this.eventKeys = new LongKey[this.leaves.length][];
        this.matchKeys = new LongKey[this.leaves.length][];
        this.preferred = new long[this.leaves.length];
        long lasting = 0;
        for (int i = 0; i < this.leaves.length; i++) {
            eventKeys[i] = keys.get(i).stream().map(StepKey::event).toArray(LongKey[]::new);
            matchKeys[i] = keys.get(i).stream().map(StepKey::match).toArray(LongKey[]::new);
            preferred[i] = formula.preferred(i);
            boolean isUntimed =
                    this.leaves[i].isAbsent() && !this.leaves[i].absence().isTimed();
            lasting |= isUntimed ? 1L << i : 0;
        }
        this.untimed = lasting;
        this.initial = formula.initial();
    }

    /**
     * Values that a condition compares for equality.
     *
     * @param event of the event
     * @param match of the composed row
     */
    public record StepKey(LongKey event, LongKey match) {}

    /** What it waits for; not to be changed. */
    PatternLeaf[] leaves() {
        return leaves;
    }

    /** What of it starts anew, inner parts first; not to be changed. */
    StepPart[] parts() {
        return parts;
    }

    /** The leaves that take an event rather than a leaf that it fits too. */
    long preferred(int leaf) {
        return preferred[leaf];
    }

    boolean isIndexed(int leaf) {
        return matchKeys[leaf].length > 0;
    }

    /** Whether one event fills it, or several of one kind. */
    boolean isSimple() {
        return leaves.length == 1 && !leaves[0].isAbsent() && parts.length == 0;
    }

    /** Whether one event fills it. */
    boolean isOneEvent() {
        return isSimple() && !leaves[0].isCounted();
    }

    /** Whether so many events of its kind are enough, or nothing at all. */
    boolean isPassable(int count) {
        return isSimple() ? leaves[0].isCounted() && count >= leaves[0].min() : isOptional();
    }

    /** Whether it need not be filled at all. */
    boolean isOptional() {
        return formula.value(0, 0) == MatchFormula.TRUE;
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

    /** Whether what it waits for at the beginning starts anew by itself. */
    boolean beginsWithEvery() {
        for (StepPart part : parts) {
            if (!part.isRounds() && (initial & ~part.formula().bits()) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The leaves that it waits for at the beginning. */
    long initial() {
        return initial;
    }

    /** The leaves that it waits for. */
    long open(long done, long begun, long broken) {
        return formula.open(done, begun, broken);
    }

    /** The bits of its leaves. */
    long leafBits() {
        return -1L >>> Long.SIZE - leaves.length;
    }

    /** Whether it is complete, as a value of {@link MatchFormula}. */
    int value(long done, long broken) {
        return formula.value(done, broken);
    }

    /** The absences that last as long as the step does. */
    long untimed() {
        return untimed;
    }

    /** The same if absences without a time did not matter. */
    int valueWithoutUntimed(long done, long broken) {
        return formula.value(done, broken & ~untimed);
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

    long matchHash(int leaf, RowView match, EvalContext context) {
        return hash(matchKeys[leaf], match, context);
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
