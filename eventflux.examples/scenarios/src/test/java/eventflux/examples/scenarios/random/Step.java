package eventflux.examples.scenarios.random;

import java.util.Arrays;

/** Something that happens to an application. */
sealed interface Step {

    /** When, epoch milliseconds. */
    long time();

    /** A row is sent. */
    record Send(long time, String stream, Object[] values) implements Step {

        @Override
        public String toString() {
            return "@" + time + " " + stream + " " + Arrays.toString(values);
        }
    }

    /** Nothing happens until then. */
    record Wait(long time) implements Step {

        @Override
        public String toString() {
            return "@" + time;
        }
    }

    /** A query on demand. */
    record Ask(long time, String text) implements Step {

        @Override
        public String toString() {
            return "@" + time + " ? " + text;
        }
    }
}
