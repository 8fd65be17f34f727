package eventflux.core.operator.store;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;

/** What can go wrong with a table in a store. */
public enum StoreError implements ErrorCode {
    /** The store does not want a row. */
    ROW_REFUSED(ErrorKind.EXTERNAL, "the store refused the row: {cause}"),
    /** The store cannot be reached. */
    STORE_AWAY(ErrorKind.EXTERNAL, "the store of table {table} cannot be reached: {cause}"),
    /** The store failed otherwise. */
    STORE_FAILED(ErrorKind.EXTERNAL, "the store of table {table} failed: {cause}");

    private final ErrorKind kind;
    private final String template;

    StoreError(ErrorKind kind, String template) {
        this.kind = kind;
        this.template = template;
    }

    /** What a store refused, as the failure of a row. */
    static EventFluxException refusal(Exception cause) {
        return new EventFluxException(Problem.of(ROW_REFUSED, "cause", reason(cause)), cause);
    }

    /** What an exception says. */
    public static String reason(Exception cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
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
