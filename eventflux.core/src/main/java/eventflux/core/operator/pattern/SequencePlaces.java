package eventflux.core.operator.pattern;

import eventflux.core.row.RowArena;

/**
 * Which partial matches of a sequence stand at one place: at one step, where they wait for the same leaves. One match at each place
 * is enough, since every event has to fit. Used by the thread that owns the application.
 */
final class SequencePlaces {

    private final boolean isSequence;
    private final PatternStep[] steps;
    private final MatchMemory memory;
    private final MatchBlocks blocks;
    private final PresentEvent present;

    /**
     * Places of one pattern.
     *
     * @param program the pattern
     * @param memory its partial matches
     * @param present the event that is being processed
     */
    SequencePlaces(PatternProgram program, MatchMemory memory, PresentEvent present) {
        this.isSequence = program.sequence();
        this.steps = program.steps().toArray(PatternStep[]::new);
        this.memory = memory;
        this.blocks = memory.blocks();
        this.present = present;
    }

    /** Whether a match stands already where a step begins. Of those that one event brings there the oldest stays. */
    boolean isTaken(int step) {
        if (!isSequence) {
            return false;
        }
        long initial = steps[step].initial();
        LeafChain chain = memory.leaf(step, Long.numberOfTrailingZeros(initial));
        if (chain.size() == 0) {
            return false;
        }
        for (long match = chain.firstOf(0); match != RowArena.NONE; match = chain.next(match)) {
            if (memory.waiting(match, step) == initial) {
                return true;
            }
        }
        return false;
    }

    /** Whether a match has come to its step with the present event. */
    boolean isNew(long match) {
        return blocks.getLong(match, MatchLayout.ARRIVED) == present.number();
    }

    /** Whether a match has taken the present event. */
    boolean isAdvanced(long match) {
        return blocks.getLong(match, MatchLayout.ADVANCED) == present.number();
    }

    /** Whether an older match has taken the present event and stands where this one does, which listens to a leaf first. */
    boolean hasOlder(long match, int step, int leaf) {
        LeafChain chain = memory.leaf(step, leaf);
        for (long other = chain.firstOf(0); other != match; other = chain.next(other)) {
            boolean isAtPlace =
                    memory.isFirst(other, step, leaf) && memory.waiting(other, step) == memory.waiting(match, step);
            if (isAtPlace && isAdvanced(other)) {
                return true;
            }
        }
        return false;
    }
}
