package eventflux.ext.avro;

import eventflux.api.event.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Makes a record of a row, or a record inside of it. What no column fills has its default. */
final class RecordWriter {

    private final Schema schema;
    private final boolean isNullable;
    private final Map<Field, Integer> columns = new LinkedHashMap<>();
    private final Map<Field, RecordWriter> parts = new LinkedHashMap<>();
    private final List<Field> others = new ArrayList<>();

    private RecordWriter(Schema schema, boolean isNullable) {
        this.schema = schema;
        this.isNullable = isNullable;
    }

    /**
     * A writer of records.
     *
     * @throws IllegalArgumentException when a column has no field, or a field has neither a column nor a default
     */
    static RecordWriter of(Schema schema, List<ColumnPath> paths) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new IllegalArgumentException("the schema is no record: " + schema.getName());
        }
        RecordWriter writer = new RecordWriter(schema, false);
        for (int column = 0; column < paths.size(); column++) {
            paths.get(column).in(schema);
            writer.add(paths.get(column), 0, column);
        }
        writer.finish();
        return writer;
    }

    private void add(ColumnPath path, int depth, int column) {
        Field field = schema.getField(path.names().get(depth));
        if (depth == path.names().size() - 1) {
            if (columns.put(field, column) != null || parts.containsKey(field)) {
                throw new IllegalArgumentException("two columns go into " + path.text());
            }
            return;
        }
        if (columns.containsKey(field)) {
            throw new IllegalArgumentException("two columns go into " + field.name());
        }
        parts.computeIfAbsent(field, inner -> part(inner.schema(), path.names().get(depth + 1)))
                .add(path, depth + 1, column);
    }

    private static RecordWriter part(Schema schema, String name) {
        List<Schema> branches = schema.isUnion() ? schema.getTypes() : List.of(schema);
        Schema record = branches.stream()
                .filter(branch -> branch.getType() == Schema.Type.RECORD && branch.getField(name) != null)
                .findFirst()
                .orElseThrow();
        return new RecordWriter(record, schema.isNullable());
    }

    private void finish() {
        for (Field field : schema.getFields()) {
            if (columns.containsKey(field) || parts.containsKey(field)) {
                continue;
            }
            if (!field.hasDefaultValue() && !field.schema().isNullable()) {
                throw new IllegalArgumentException("the field " + field.name() + " of " + schema.getName()
                        + " has neither a column nor a default nor is it null");
            }
            others.add(field);
        }
        parts.values().forEach(RecordWriter::finish);
    }

    /** The record of a row; empty for one inside another that may be null, when all columns of it are. */
    Optional<GenericRecord> record(Row row) {
        if (isNullable && isAllNull(row)) {
            return Optional.empty();
        }
        GenericRecord record = new GenericData.Record(schema);
        columns.forEach((field, column) -> record.put(field.pos(), value(row, field, column)));
        parts.forEach((field, part) -> record.put(field.pos(), part.record(row).orElse(null)));
        for (Field field : others) {
            record.put(field.pos(), field.hasDefaultValue() ? GenericData.get().getDefaultValue(field) : null);
        }
        return Optional.of(record);
    }

    private boolean isAllNull(Row row) {
        return columns.values().stream().allMatch(row::isNull)
                && parts.values().stream().allMatch(part -> part.isAllNull(row));
    }

    private static Object value(Row row, Field field, int column) {
        try {
            return WrittenValue.of(row.isNull(column) ? null : row.get(column), field.schema());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(field.name() + ": " + e.getMessage(), e);
        }
    }
}
