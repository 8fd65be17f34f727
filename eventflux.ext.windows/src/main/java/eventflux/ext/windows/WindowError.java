package eventflux.ext.windows;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong with a row for a window. */
enum WindowError implements ErrorCode {
    NO_TIME(ErrorKind.USER, "The row has no time: column {column} is null, and the window goes by it.");

    private final ErrorKind kind;
    private final String template;

    WindowError(ErrorKind kind, String template) {
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
