package eventflux.ext.log;

import eventflux.api.event.Row;

/** A way to print rows. */
interface RowText {

    /** Appends the line that explains those that follow; nothing when each explains itself. */
    void appendHeader(StringBuilder out);

    /** Appends a row. */
    void append(StringBuilder out, Row row);
}
