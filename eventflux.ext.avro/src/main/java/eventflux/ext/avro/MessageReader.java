package eventflux.ext.avro;

import eventflux.api.event.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** Reads messages of one schema. For one thread. */
final class MessageReader {

    private final GenericDatumReader<Object> reader;

    MessageReader(org.apache.avro.Schema schema) {
        reader = new GenericDatumReader<>(schema, schema, new GenericData());
    }

    /** The value that a decoder stands before. */
    Object read(BytesDecoder decoder) throws IOException {
        return reader.read(null, decoder);
    }

    /**
     * The value of a column: null where a record on the way, or its field, is not there.
     *
     * @throws IllegalArgumentException when it does not fit
     */
    static Object column(GenericRecord message, ColumnPath path, Schema columns, int column) {
        Object value = message;
        org.apache.avro.Schema schema = message.getSchema();
        for (String name : path.names()) {
            Optional<org.apache.avro.Schema.Field> field = value instanceof GenericRecord record
                    ? Optional.ofNullable(record.getSchema().getField(name))
                    : Optional.empty();
            if (field.isEmpty()) {
                return null;
            }
            value = ((GenericRecord) value).get(field.get().pos());
            schema = field.get().schema();
        }
        return ReadValue.of(value, schema, columns.column(column).type());
    }

    /** Whether a schema has all fields that columns are filled from; says which one it lacks. */
    static void requireFields(org.apache.avro.Schema schema, List<ColumnPath> paths) {
        org.apache.avro.Schema row =
                schema.getType() == org.apache.avro.Schema.Type.ARRAY ? schema.getElementType() : schema;
        paths.forEach(path -> path.in(row));
    }
}
