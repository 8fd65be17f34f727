package eventflux.core.state;

/** A snapshot does not belong to the operator that reads it: its shape is another one. */
public final class SnapshotMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was found where something else was expected. */
    public SnapshotMismatch(String what, Object found, Object expected) {
        super(what + " " + found + ", where " + expected + " is expected");
    }
}
