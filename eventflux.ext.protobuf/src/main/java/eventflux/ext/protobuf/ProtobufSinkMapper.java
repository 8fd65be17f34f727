package eventflux.ext.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import eventflux.api.event.Row;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one row as one message; columns that are null are left out, and so are messages inside it of which nothing is left. */
final class ProtobufSinkMapper implements SinkMapper {

    private final byte[] header;
    private final Part whole;

    /**
     * A mapper.
     *
     * @param header what stands before each message
     */
    ProtobufSinkMapper(byte[] header, MessageShape shape) {
        this.header = header;
        whole = new Part(shape.type());
        for (int column = 0; column < shape.paths().size(); column++) {
            whole.add(shape.paths().get(column), column);
        }
    }

    @Override
    public void map(Row row, PayloadBuffer out) {
        DynamicMessage message = whole.message(row).orElseGet(() -> DynamicMessage.getDefaultInstance(whole.type));
        if (!message.isInitialized()) {
            throw new IllegalArgumentException("required fields are null: " + message.findInitializationErrors());
        }
        try {
            out.write(header);
            message.writeTo(out);
        } catch (IOException e) {
            // The buffer is memory.
            throw new UncheckedIOException(e);
        }
    }

    /** A message, or one inside it, with the columns of its fields. */
    private static final class Part {

        private final Descriptor type;
        private final Map<FieldDescriptor, Integer> columns = new LinkedHashMap<>();
        private final Map<FieldDescriptor, Part> parts = new LinkedHashMap<>();

        Part(Descriptor type) {
            this.type = type;
        }

        void add(List<FieldDescriptor> path, int column) {
            FieldDescriptor first = path.get(0);
            if (path.size() == 1) {
                if (columns.put(first, column) != null) {
                    throw new IllegalArgumentException("two columns go into " + first.getFullName());
                }
            } else {
                parts.computeIfAbsent(first, field -> new Part(field.getMessageType()))
                        .add(path.subList(1, path.size()), column);
            }
        }

        // Empty when all columns are null.
        Optional<DynamicMessage> message(Row row) {
            DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
            boolean[] hasAny = new boolean[1];
            columns.forEach((field, column) -> {
                if (!row.isNull(column)) {
                    builder.setField(field, FieldObject.write(row.get(column), field));
                    hasAny[0] = true;
                }
            });
            parts.forEach((field, part) -> part.message(row).ifPresent(inner -> {
                builder.setField(field, inner);
                hasAny[0] = true;
            }));
            return hasAny[0] ? Optional.of(builder.buildPartial()) : Optional.empty();
        }
    }

    /**
     * The value for a field, or for one of the many of a repeated one.
     *
     * @throws IllegalArgumentException when it does not fit
     */
    static Object single(Object value, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> narrow(((Number) value), field);
            case LONG -> wide((Number) value, field);
            case FLOAT -> ((Number) value).floatValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case ENUM -> enumValue(value, field);
            default -> value;
        };
    }

    private static int narrow(Number value, FieldDescriptor field) {
        long whole = value.longValue();
        boolean fits = MessageTypes.isUnsigned32(field) ? whole >>> Integer.SIZE == 0 : whole == (int) whole;
        if (!fits || whole != value.doubleValue()) {
            throw wrong(value, field);
        }
        return (int) whole;
    }

    private static long wide(Number value, FieldDescriptor field) {
        long whole = value.longValue();
        if (whole != value.doubleValue() || whole < 0 && MessageTypes.isUnsigned64(field)) {
            throw wrong(value, field);
        }
        return whole;
    }

    private static EnumValueDescriptor enumValue(Object value, FieldDescriptor field) {
        EnumValueDescriptor found = value instanceof Integer number
                ? field.getEnumType().findValueByNumber(number)
                : field.getEnumType().findValueByName(value.toString());
        if (found == null) {
            throw wrong(value, field);
        }
        return found;
    }

    private static IllegalArgumentException wrong(Object value, FieldDescriptor field) {
        return new IllegalArgumentException(value + " does not fit " + field.getFullName());
    }
}
