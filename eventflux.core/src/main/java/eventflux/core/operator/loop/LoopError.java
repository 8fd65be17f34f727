package eventflux.core.operator.loop;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong with a loop while it runs. */
public enum LoopError implements ErrorCode {
    /** Rows come round and do not come to an end. */
    LOOP_TOO_LONG("more than {limit} rows have come round because of one, the last into {stream}: end the loop by a"
            + " condition, or raise @app:loops(limit='{limit}')");

    private final String template;

    LoopError(String template) {
        this.template = template;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.USER;
    }

    @Override
    public String template() {
        return template;
    }
}
