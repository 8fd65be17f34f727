package eventflux.core.operator.pattern;

import java.util.List;

/** When a step is complete, as a formula over its leaves. */
public sealed interface MatchFormula {

    /** It cannot become true any more. */
    int FALSE = -1;

    /** It is not decided. */
    int PENDING = 0;

    /** It is true. */
    int TRUE = 1;

    /** Nothing has to happen. */
    MatchFormula ALWAYS = new All(List.of());

    /**
     * What is known of it.
     *
     * @param done the leaves that have happened, by bit
     * @param broken the absent leaves that came
     */
    int value(int done, int broken);

    /**
     * An event that has to come.
     *
     * @param leaf its place in the step
     */
    record Present(int leaf) implements MatchFormula {
        @Override
        public int value(int done, int broken) {
            return done >>> leaf & 1;
        }
    }

    /**
     * An event that must not come.
     *
     * @param leaf its place in the step
     * @param timed whether it is absent once a time is over, rather than as long as the step lasts
     */
    record Absent(int leaf, boolean timed) implements MatchFormula {
        @Override
        public int value(int done, int broken) {
            if ((broken >>> leaf & 1) != 0) {
                return FALSE;
            }
            return timed ? done >>> leaf & 1 : TRUE;
        }
    }

    /**
     * All parts.
     *
     * @param parts without any it is true
     */
    record All(List<MatchFormula> parts) implements MatchFormula {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public int value(int done, int broken) {
            int value = TRUE;
            for (int i = 0; i < parts.size(); i++) {
                value = Math.min(value, parts.get(i).value(done, broken));
            }
            return value;
        }
    }

    /**
     * One of the parts.
     *
     * @param parts at least one
     */
    record Any(List<MatchFormula> parts) implements MatchFormula {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public int value(int done, int broken) {
            int value = FALSE;
            for (int i = 0; i < parts.size(); i++) {
                value = Math.max(value, parts.get(i).value(done, broken));
            }
            return value;
        }
    }
}
