package eventflux.core.operator;

import java.lang.System.Logger.Level;

/** Where rows go that fail, apart from streams. */
public interface FailureOutlets {

    /** They are counted, and the log mentions them. */
    RowFailures logging(Level level);

    /**
     * They are put into the error store, to be replayed.
     *
     * @param stream whose rows they are
     * @param endpoint the sink that failed on them; empty for queries
     */
    RowFailures storing(String stream, String endpoint);

    /** The application is stopped. */
    RowFailures stopping();

    /** All of them do the same. */
    static FailureOutlets of(RowFailures failures) {
        return new FailureOutlets() {
            @Override
            public RowFailures logging(Level level) {
                return failures;
            }

            @Override
            public RowFailures storing(String stream, String endpoint) {
                return failures;
            }

            @Override
            public RowFailures stopping() {
                return failures;
            }
        };
    }
}
