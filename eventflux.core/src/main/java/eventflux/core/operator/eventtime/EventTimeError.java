package eventflux.core.operator.eventtime;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong with the time of a row. */
public enum EventTimeError implements ErrorCode {
    /** A row older than the watermark and what is allowed behind it. */
    LATE_ROW("the row of stream {stream} comes too late"),
    /** A row whose time is null. */
    NO_EVENT_TIME("the row of stream {stream} has no time");

    private final String template;

    EventTimeError(String template) {
        this.template = template;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.EXTERNAL;
    }

    @Override
    public String template() {
        return template;
    }
}
