package eventflux.core.resolved;

import java.util.Objects;

/** What closes a loop: the way into a stream on which rows wait until the step at hand is over. */
public sealed interface LoopEnd {

    /** The stream that the rows come back to. */
    String stream();

    /**
     * What a query inserts.
     *
     * @param query its name
     * @param stream which it, or a query above it in the text, reads
     */
    record Insert(String query, String stream) implements LoopEnd {

        /** Refuses missing parts. */
        public Insert {
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(stream, "stream");
        }

        @Override
        public String toString() {
            return "query " + query + " into " + stream;
        }
    }

    /**
     * What fails, of whichever stream.
     *
     * @param stream that takes it
     */
    record Failures(String stream) implements LoopEnd {

        /** Refuses missing parts. */
        public Failures {
            Objects.requireNonNull(stream, "stream");
        }

        @Override
        public String toString() {
            return "what fails into " + stream;
        }
    }
}
