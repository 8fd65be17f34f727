package eventflux.ext.text;

import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;

/**
 * Writes all columns as pairs of names and values.
 *
 * @param schema the columns
 * @param separator what stands between name and value
 * @param delimiter what stands between two pairs
 */
record TextSinkMapper(Schema schema, String separator, String delimiter) implements SinkMapper {

    @Override
    public void map(Row row, PayloadBuffer out) {
        for (int i = 0; i < schema.size(); i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            out.write(schema.column(i).name());
            out.write(separator);
            boolean isQuoted = schema.column(i).type() == DataType.STRING && !row.isNull(i);
            String text = Texts.of(row, i);
            out.write(isQuoted ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : text);
        }
    }
}
