package eventflux.core.operator.pattern;

import java.util.List;
import java.util.Optional;

/**
 * A pattern ready to run.
 *
 * @param sequence whether every event has to fit
 * @param steps in order
 * @param repeats what starts anew
 * @param limits how long parts may take
 * @param absences how many chains of deadlines its absences need
 * @param completion what is computed of a complete match alone, if anything is
 */
public record PatternProgram(
        boolean sequence,
        List<PatternStep> steps,
        List<Repeat> repeats,
        List<Limit> limits,
        int absences,
        Optional<RowCapture> completion) {

    /** Copies the lists. */
    public PatternProgram {
        steps = List.copyOf(steps);
        repeats = List.copyOf(repeats);
        limits = List.copyOf(limits);
    }

    /**
     * Steps under {@code every}.
     *
     * @param first the first of them
     * @param last the last of them
     * @param forget makes what they have captured, and what comes after them, null
     */
    public record Repeat(int first, int last, RowCapture forget) {

        /** Whether a step is one of them. */
        boolean contains(int step) {
            return first <= step && step <= last;
        }
    }

    /**
     * Steps under {@code within}, or a part of one.
     *
     * @param first the first of them
     * @param last the last of them
     * @param millis from the first event to the last
     * @param part what of the step is limited, if it is not all
     * @param bits of what is limited, in each of its steps
     * @param bit of the part; {@link #WHOLE} without one
     */
    public record Limit(int first, int last, long millis, MatchFormula part, long bits, int bit) {

        /** Stands for the bit of a part where there is none. */
        public static final int WHOLE = -1;

        /** Whole steps. */
        public static Limit of(int first, int last, long millis) {
            return new Limit(first, last, millis, new MatchFormula.All(List.of()), -1L, WHOLE);
        }

        /** A part of a step. */
        public static Limit of(int step, long millis, MatchFormula.Limited part) {
            return new Limit(step, step, millis, part.part(), part.bits(), part.bit());
        }

        /** Whether it is about a part of a step. */
        boolean isPart() {
            return bit != WHOLE;
        }

        /** Whether a step is one of them, or of what it is about a part. */
        boolean contains(int step) {
            return first <= step && step <= last;
        }

        /** Whether an event of a leaf counts. */
        boolean contains(int step, int leaf) {
            return contains(step) && (bits >>> leaf & 1) != 0;
        }

        /** Whether it is about a part of a step that another part contains. */
        boolean isInside(int step, long other) {
            return isPart() && first == step && (other >>> bit & 1) != 0;
        }
    }

    /** Whether it is a sequence each of whose steps takes one event, and of which each event may be the first. */
    public boolean isConsecutive() {
        boolean isEachEventFirst = repeats.size() == 1
                && repeats.get(0).first() == 0
                && repeats.get(0).last() == 0;
        boolean isLimitedWhole = limits.stream()
                        .allMatch(limit -> limit.first() == 0 && limit.last() == steps.size() - 1 && !limit.isPart())
                && limits.size() < 2;
        return sequence
                && steps.size() > 1
                && completion.isEmpty()
                && isEachEventFirst
                && isLimitedWhole
                && steps.stream().allMatch(PatternStep::isOneEvent);
    }

    /** To how many steps a partial match may listen at once: one more than optional or collecting steps in a row. */
    int reach() {
        int reach = 1;
        int run = 1;
        for (PatternStep step : steps) {
            run = step.isSimple() && step.leaves()[0].isCounted() ? run + 1 : 1;
            reach = Math.max(reach, run);
        }
        return reach;
    }

    /** Whether a step has several leaves, or an absent one, or parts that start anew. */
    boolean hasSeveralLeaves() {
        return !steps.stream().allMatch(PatternStep::isSimple);
    }

    /** How many leaves a step has at most. */
    int mostLeaves() {
        return steps.stream().mapToInt(step -> step.leaves().length).max().orElse(1);
    }

    /** How many counters a match needs. */
    int counters() {
        int counters = 0;
        for (PatternStep step : steps) {
            for (PatternLeaf leaf : step.leaves()) {
                counters = Math.max(counters, leaf.count().counter() + 1);
            }
            for (StepPart part : step.parts()) {
                counters = Math.max(counters, part.rounds().counter() + 1);
            }
        }
        return counters;
    }

    /** How many timed absences one step, or several that are listened to at once, have at most. */
    int mostAbsences() {
        int most = 0;
        for (PatternStep step : steps) {
            int timed = 0;
            for (PatternLeaf leaf : step.leaves()) {
                timed += leaf.absence().isTimed() ? 1 : 0;
            }
            most = Math.max(most, timed);
        }
        return most;
    }
}
