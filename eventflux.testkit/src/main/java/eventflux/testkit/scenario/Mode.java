package eventflux.testkit.scenario;

/** How a scenario is run; the output must be the same in all of them. */
public enum Mode {
    /** Events one by one, the sender's thread doing the work. */
    DIRECT("one by one"),
    /** Events of the same time and stream in one batch. */
    BATCHED("in batches"),
    /** The same batches as columns. */
    COLUMNS("by columns"),
    /** Between every two events the state is saved and restored into an application made anew. */
    RESTORED("saved and restored between every two events"),
    /** Between every two events the text is replaced while it runs, by one with more queries and back. */
    UPDATED("with another text between every two events"),
    /** Events through rings, another thread doing the work. */
    ASYNCHRONOUS("through rings");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** As it stands in the name of a test. */
    public String label() {
        return label;
    }
}
