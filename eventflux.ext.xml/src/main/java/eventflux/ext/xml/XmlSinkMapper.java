package eventflux.ext.xml;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;

/** Writes each row as an element with an element for each column; columns that are null are left out. */
final class XmlSinkMapper implements SinkMapper {

    private final Schema schema;
    private final XmlColumns columns;
    private final String before;
    private final String behind;
    private final StringBuilder text = new StringBuilder();

    /**
     * A mapper.
     *
     * @param before what opens each message
     * @param behind what closes it
     */
    XmlSinkMapper(Schema schema, XmlColumns columns, String before, String behind) {
        this.schema = schema;
        this.columns = columns;
        this.before = before;
        this.behind = behind;
    }

    @Override
    public void map(Row row, PayloadBuffer out) {
        text.setLength(0);
        text.append(before);
        for (int column = 0; column < schema.size(); column++) {
            if (!row.isNull(column)) {
                String name = schema.column(column).name();
                text.append('<').append(name).append('>');
                XmlText.append(text, columns.text(row, column));
                text.append("</").append(name).append('>');
            }
        }
        out.write(text.append(behind).toString());
    }
}
