package eventflux.ext.text;

import eventflux.api.event.Row;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;

/**
 * Makes a message of one column; of a null an empty one.
 *
 * @param column the column
 */
record BytesSinkMapper(int column) implements SinkMapper {

    @Override
    public void map(Row row, PayloadBuffer out) {
        if (!row.isNull(column)) {
            out.write(Texts.of(row, column));
        }
    }
}
