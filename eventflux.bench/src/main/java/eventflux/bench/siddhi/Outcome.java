package eventflux.bench.siddhi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an application gave. What one step gave has no order: it differs where several streams or rows come of one row.
 *
 * @param refusal why it could not run, or nothing
 * @param lines for each step, the rows of all outputs and the answers
 */
record Outcome(String refusal, List<List<String>> lines) {

    Outcome {
        lines = List.copyOf(lines);
    }

    static Outcome refused(String why) {
        return new Outcome(why, List.of());
    }

    boolean isRefused() {
        return !refusal.isEmpty();
    }

    long rows() {
        return lines.stream().mapToLong(List::size).sum();
    }

    boolean isLike(Outcome other) {
        return isRefused() == other.isRefused() && lines.equals(other.lines);
    }

    /** Takes lines as they come, step by step. Safe for many threads. */
    static final class Builder {

        private final List<List<String>> steps = new ArrayList<>();
        private final List<String> step = Collections.synchronizedList(new ArrayList<>());

        void add(String source, Object[] values) {
            step.add(source + " " + Values.text(values));
        }

        void add(String line) {
            step.add(line);
        }

        void endStep() {
            List<String> sorted = new ArrayList<>(step);
            Collections.sort(sorted);
            steps.add(sorted);
            step.clear();
        }

        Outcome build() {
            return new Outcome("", steps);
        }
    }
}
