package eventflux.ext.avro;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** The schema of a stream that has none of its own: a record called as the stream, whose fields are its columns and may be null. */
final class DerivedSchema {

    private DerivedSchema() {}

    /**
     * The schema.
     *
     * @throws IllegalArgumentException when a column is an object, whose content nothing says, or a name is none of Avro
     */
    static Schema of(String stream, eventflux.api.event.Schema columns) {
        try {
            SchemaBuilder.FieldAssembler<Schema> fields =
                    SchemaBuilder.record(stream).fields();
            for (Column column : columns.columns()) {
                fields = fields.name(column.name()).type(nullable(column)).withDefault(null);
            }
            return fields.endRecord();
        } catch (AvroRuntimeException e) {
            throw new IllegalArgumentException("no schema can be made of the columns: " + e.getMessage(), e);
        }
    }

    private static Schema nullable(Column column) {
        if (column.type() == DataType.OBJECT) {
            throw new IllegalArgumentException(
                    "column " + column.name() + " is an OBJECT, for which a schema must be said");
        }
        Schema.Type type = switch (column.type()) {
            case INT -> Schema.Type.INT;
            case LONG -> Schema.Type.LONG;
            case FLOAT -> Schema.Type.FLOAT;
            case DOUBLE -> Schema.Type.DOUBLE;
            case BOOL -> Schema.Type.BOOLEAN;
            case STRING, OBJECT -> Schema.Type.STRING;
        };
        return Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(type));
    }
}
