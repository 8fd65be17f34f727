package eventflux.core.run;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong while an application runs. */
public enum RunError implements ErrorCode {
    /** Somebody sends to an application that does not run. */
    NOT_RUNNING(ErrorKind.USER, "application {application} is {state}: stream {stream} takes no events"),
    /** An array has too few or too many values. */
    WRONG_ARITY(ErrorKind.USER, "stream {stream} has {expected} columns, the event has {found} values"),
    /** A value is not of its column's type and does not widen to it. */
    WRONG_VALUE(ErrorKind.USER, "column {column} of stream {stream} is {expected}, the value {value} is {found}"),
    /** A source delivers while it is being stopped. */
    SOURCE_STOPPED(ErrorKind.USER, "{source} is being stopped, stream {stream} takes nothing from it any more"),
    /** Somebody sends to a stream that is no more, or is another one since the text was replaced. */
    STREAM_GONE(
            ErrorKind.USER,
            "application {application} has another text since, its stream {stream} is no more what it was: ask for it again"),
    /** A snapshot was taken from another application. */
    SNAPSHOT_MISMATCH(ErrorKind.USER, "the snapshot does not fit application {application}: {cause}"),
    /** A row found no room in the ring of its stream, and its senders do not wait any longer. */
    RING_FULL(ErrorKind.RESOURCE, "the ring of stream {stream} is full"),
    /** A row is larger than a ring takes. */
    ROW_TOO_LARGE(
            ErrorKind.RESOURCE,
            "a row of {bytes} bytes does not fit the ring of stream {stream}, raise its buffer size");

    private final ErrorKind kind;
    private final String template;

    RunError(ErrorKind kind, String template) {
        this.kind = kind;
        this.template = template;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String template() {
        return template;
    }
}
