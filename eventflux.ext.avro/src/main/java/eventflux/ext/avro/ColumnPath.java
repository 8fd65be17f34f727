package eventflux.ext.avro;

import eventflux.api.config.Settings;
import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/**
 * The fields that lead to a column's value, from the outside in.
 *
 * @param text as the author writes it, such as customer.name
 * @param names the names of the fields
 */
record ColumnPath(String text, List<String> names) {

    ColumnPath {
        names = List.copyOf(names);
    }

    /**
     * The paths of all columns.
     *
     * @throws IllegalArgumentException when a mapping names no column
     */
    static List<ColumnPath> of(Schema schema, Settings settings) {
        Map<String, String> mappings = settings.withPrefix("mapping.");
        for (String name : mappings.keySet()) {
            if (schema.indexOf(name) < 0) {
                throw new IllegalArgumentException("mapping." + name + " names no column of " + schema);
            }
        }
        List<ColumnPath> paths = new ArrayList<>();
        for (Column column : schema.columns()) {
            String text = mappings.getOrDefault(column.name(), column.name()).strip();
            paths.add(new ColumnPath(text, List.of(text.split("\\.", -1))));
        }
        return paths;
    }

    /**
     * The field that the path leads to.
     *
     * @throws IllegalArgumentException when a schema has no such field
     */
    Field in(org.apache.avro.Schema record) {
        org.apache.avro.Schema at = record;
        Field field = null;
        for (String name : names) {
            field = recordOf(at, name).getField(name);
            at = field.schema();
        }
        return field;
    }

    /** The record of a schema, or of a union of one and null, that has a field. */
    private org.apache.avro.Schema recordOf(org.apache.avro.Schema schema, String name) {
        List<org.apache.avro.Schema> branches = schema.isUnion() ? schema.getTypes() : List.of(schema);
        return branches.stream()
                .filter(branch -> branch.getType() == Type.RECORD && branch.getField(name) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the schema has no field " + text));
    }
}
