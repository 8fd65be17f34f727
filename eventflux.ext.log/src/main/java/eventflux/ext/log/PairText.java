package eventflux.ext.log;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import java.util.List;

/** Names and values: {@code symbol=MSFT, price=39.81}; each line stands for itself. */
final class PairText implements RowText {

    private final List<String> names;
    private final CellText cells;
    private final boolean isTimed;

    PairText(Schema schema, CellText cells, boolean isTimed) {
        this.names = schema.names();
        this.cells = cells;
        this.isTimed = isTimed;
    }

    @Override
    public void appendHeader(StringBuilder out) {
        // Each line has the names in it.
    }

    @Override
    public void append(StringBuilder out, Row row) {
        if (isTimed) {
            cells.appendTime(out, row);
            out.append("  ");
        }
        for (int i = 0; i < names.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(names.get(i)).append('=');
            cells.append(out, row, i);
        }
    }
}
