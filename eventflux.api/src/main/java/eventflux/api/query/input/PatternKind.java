package eventflux.api.query.input;

/** Whether other events may lie between those of a match. */
public enum PatternKind {
    /** They may. */
    PATTERN,
    /** They may not. */
    SEQUENCE
}
