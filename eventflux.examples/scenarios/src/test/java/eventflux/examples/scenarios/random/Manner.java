package eventflux.examples.scenarios.random;

/** A way to run an application; what comes out must not depend on it. */
enum Manner {
    ONE_BY_ONE,
    /** Rows of one stream that follow each other are sent in batches of any size. */
    TOGETHER,
    /** Now and then the state is saved and restored into an application made anew. */
    RESTORED,
    /** Now and then the text is replaced by itself. */
    UPDATED,
    /** Now and then the text is replaced by one with more queries, or back. */
    CHANGED,
    /** Rows go through rings, in batches; another thread does the work. */
    THROUGH_RINGS,
    /** One by one, saved and restored as above, where other threads work on partitions. */
    IN_SHARDS,
    /** The text has been formatted. */
    FORMATTED,
    /** The same in the other dialect. */
    TRANSLATED,
    /** The same with other words: streams between queries, conditions that no index is for. */
    REWRITTEN;

    boolean sendsTogether() {
        return this == TOGETHER || this == THROUGH_RINGS;
    }

    /** Whether the rows of several streams come in the same order; other readers of a stream may take its rows in other runs. */
    boolean keepsOrderOfStreams() {
        return !sendsTogether() && this != REWRITTEN && this != CHANGED;
    }

    /** Whether an application can be run in this way. */
    boolean suits(Application application) {
        return switch (this) {
            case TOGETHER, THROUGH_RINGS, CHANGED -> !application.seesRuns();
            case RESTORED -> !application.firesAtStart();
            case TRANSLATED -> application.isAlike();
            default -> true;
        };
    }
}
