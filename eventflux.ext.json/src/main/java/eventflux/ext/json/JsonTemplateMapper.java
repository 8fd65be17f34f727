package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a row by filling in a template. */
final class JsonTemplateMapper implements SinkMapper {

    private final JsonTemplate template;
    private final JsonWriter writer;
    private final PayloadBuffer scratch = new PayloadBuffer(); // written by the thread that maps

    JsonTemplateMapper(JsonTemplate template, JsonWriter writer) {
        this.template = template;
        this.writer = writer;
    }

    @Override
    public void map(Row row, PayloadBuffer out) {
        for (JsonTemplate.Part part : template.parts()) {
            if (part instanceof JsonTemplate.Text text) {
                out.write(text.text());
            } else if (part instanceof JsonTemplate.Place place) {
                fill(place, row, out);
            }
        }
    }

    private void fill(JsonTemplate.Place place, Row row, PayloadBuffer out) {
        int column = place.column();
        if (!place.isQuoted()) {
            writer.write(out, json -> value(json, row, column));
        } else if (column < 0 || !row.isNull(column)) {
            quoted(row, column, out);
        }
    }

    private void value(JsonGenerator json, Row row, int column) throws IOException {
        if (column < 0) {
            writer.time(json, row);
        } else {
            writer.value(json, row, column);
        }
    }

    /** The value as part of a text: what stands between the quotes of a JSON text, or the JSON value itself. */
    private void quoted(Row row, int column, PayloadBuffer out) {
        scratch.clear();
        writer.write(scratch, json -> value(json, row, column));
        byte[] bytes = scratch.array();
        int length = scratch.length();
        boolean isText = bytes[0] == '"';
        if (isText) {
            out.write(bytes, 1, length - 2);
        } else if (column >= 0 && row.schema().column(column).type() == DataType.OBJECT) {
            String json = new String(bytes, 0, length, StandardCharsets.UTF_8);
            out.write(new String(JsonStringEncoder.getInstance().quoteAsString(json)));
        } else {
            out.write(bytes, 0, length);
        }
    }
}
