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
     * Steps under {@code within}.
     *
     * @param first the first of them
     * @param last the last of them
     * @param millis from the first event to the last
     */
    public record Limit(int first, int last, long millis) {

        /** Whether a step is one of them. */
        boolean contains(int step) {
            return first <= step && step <= last;
        }
    }

    /** Whether it is a sequence each of whose steps takes one event, and of which each event may be the first. */
    public boolean isConsecutive() {
        boolean isEachEventFirst = repeats.size() == 1
                && repeats.get(0).first() == 0
                && repeats.get(0).last() == 0;
        boolean isLimitedWhole =
                limits.stream().allMatch(limit -> limit.first() == 0 && limit.last() == steps.size() - 1)
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
