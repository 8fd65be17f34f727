package eventflux.bench.siddhi;

import java.util.ArrayList;
import java.util.List;

/** What happens to an application at one time, in milliseconds since its start. */
sealed interface Step {

    /** When it happens. */
    long offset();

    /** How it is told to people. */
    String text();

    /**
     * A row is sent.
     *
     * @param offset when
     * @param stream where to
     * @param values with times since the start in the columns of times
     */
    record Send(long offset, String stream, List<Object> values) implements Step {

        private static final int TIME = Inputs.COLUMNS.indexOf(Inputs.TIME);

        /** The values of an application that was started at a time. */
        Object[] row(long start) {
            Object[] row = values.toArray();
            if (row.length > TIME) {
                row[TIME] = start + (Long) row[TIME];
            }
            return row;
        }

        boolean isTick() {
            return stream.equals(Inputs.TICK);
        }

        @Override
        public String text() {
            List<Object> shown = new ArrayList<>(values);
            if (shown.size() > TIME) {
                shown.set(TIME, "start + " + shown.get(TIME));
            }
            return stream + " " + shown;
        }
    }

    /**
     * A query on demand.
     *
     * @param offset when
     * @param text what is asked
     */
    record Ask(long offset, String text) implements Step {}
}
