package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import java.io.IOException;

/** Writes a row as an object with a property for each column, in their order. */
final class JsonSinkMapper implements SinkMapper {

    private final SerializedString[] names;
    private final String timestampName; // null when the time is not written
    private final JsonWriter writer;

    JsonSinkMapper(Schema schema, String timestampName, JsonWriter writer) {
        this.names = schema.names().stream().map(SerializedString::new).toArray(SerializedString[]::new);
        this.timestampName = timestampName;
        this.writer = writer;
    }

    @Override
    public void map(Row row, PayloadBuffer out) {
        writer.write(out, json -> write(json, row));
    }

    private void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        if (timestampName != null) {
            json.writeFieldName(timestampName);
            writer.time(json, row);
        }
        for (int i = 0; i < names.length; i++) {
            json.writeFieldName(names[i]);
            writer.value(json, row, i);
        }
        json.writeEndObject();
    }
}
