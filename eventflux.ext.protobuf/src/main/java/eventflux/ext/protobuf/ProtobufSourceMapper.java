package eventflux.ext.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import eventflux.api.event.DataType;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import java.io.IOException;
import java.util.List;

/** Reads one message as one row. What has presence and is not there is null; what has none is its default. */
final class ProtobufSourceMapper implements SourceMapper {

    private final MessageShape.Shapes shapes;
    private final Schema schema;
    private final int timestamp;
    private final int mostBytes;

    /**
     * A mapper.
     *
     * @param shapes finds out what a message is
     * @param timestamp the column of the event's time, or -1
     */
    ProtobufSourceMapper(MessageShape.Shapes shapes, Schema schema, int timestamp, int mostBytes) {
        this.shapes = shapes;
        this.schema = schema;
        this.timestamp = timestamp;
        this.mostBytes = mostBytes;
    }

    @Override
    public void map(byte[] payload, int offset, int length, RowAppender out) throws MappingException {
        if (length > mostBytes) {
            throw new MappingException(length + " bytes are more than max-bytes=" + mostBytes, "byte " + mostBytes);
        }
        CodedInputStream in = CodedInputStream.newInstance(payload, offset, length);
        MessageShape shape = null;
        try {
            shape = shapes.of(in);
            append(DynamicMessage.parseFrom(shape.type(), in), shape.paths(), out);
        } catch (InvalidProtocolBufferException e) {
            String what = shape == null
                    ? "header of a registry"
                    : "message " + shape.type().getFullName();
            throw new MappingException("no " + what + ": " + e.getMessage(), "byte " + in.getTotalBytesRead(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new MappingException("not readable: " + e.getMessage(), "byte " + in.getTotalBytesRead(), e);
        }
    }

    private void append(Message message, List<List<FieldDescriptor>> paths, RowAppender out) throws MappingException {
        Object time = timestamp < 0 ? null : value(message, paths.get(timestamp), DataType.LONG);
        if (time == null) {
            out.begin();
        } else {
            out.begin((Long) time);
        }
        for (int column = 0; column < schema.size(); column++) {
            out.set(
                    column,
                    value(message, paths.get(column), schema.column(column).type()));
        }
        out.commit();
    }

    private static Object value(Message message, List<FieldDescriptor> path, DataType type) throws MappingException {
        Message inner = message;
        for (int i = 0; i < path.size() - 1; i++) {
            if (!inner.hasField(path.get(i))) {
                return null;
            }
            inner = (Message) inner.getField(path.get(i));
        }
        FieldDescriptor field = path.get(path.size() - 1);
        boolean isAbsent = field.hasPresence() && !inner.hasField(field);
        if (isAbsent) {
            return null;
        }
        return type == DataType.OBJECT
                ? FieldObject.read(inner.getField(field), field)
                : converted(inner.getField(field), field, type);
    }

    private static Object converted(Object value, FieldDescriptor field, DataType type) throws MappingException {
        return switch (field.getJavaType()) {
            case INT ->
                integer(
                        MessageTypes.isUnsigned32(field) ? Integer.toUnsignedLong((Integer) value) : (Integer) value,
                        field,
                        type);
            case LONG -> {
                if ((Long) value < 0 && MessageTypes.isUnsigned64(field)) {
                    throw new MappingException(
                            Long.toUnsignedString((Long) value) + " is no LONG", field.getFullName());
                }
                yield integer((Long) value, field, type);
            }
            case FLOAT, DOUBLE ->
                type == DataType.FLOAT
                        ? (Object) ((Number) value).floatValue()
                        : (Object) ((Number) value).doubleValue();
            case ENUM ->
                type == DataType.INT
                        ? (Object) ((EnumValueDescriptor) value).getNumber()
                        : ((EnumValueDescriptor) value).getName();
            default -> value;
        };
    }

    private static Object integer(long value, FieldDescriptor field, DataType type) throws MappingException {
        if (type == DataType.LONG) {
            return value;
        }
        if (type == DataType.DOUBLE) {
            return (double) value;
        }
        if (value != (int) value) {
            throw new MappingException(value + " is no INT", field.getFullName());
        }
        return (int) value;
    }
}
