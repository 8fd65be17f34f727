package eventflux.core.operator.table;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What a table may refuse. */
public enum TableError implements ErrorCode {
    /** A row whose primary key another row has. */
    DUPLICATE_KEY("{table} has a row with the primary key {key} already"),
    /** A null where there may be none. */
    NULL_IN_COLUMN("the column {column} of {table} is never null");

    private final String template;

    TableError(String template) {
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
