package eventflux.ext.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields as OBJECT columns hold them: repeated ones are lists, maps and messages are maps, bytes are bytes. */
final class FieldObject {

    private static final String KEY = "key";
    private static final String VALUE = "value";

    private FieldObject() {}

    /** What a field's value is in an OBJECT column. */
    static Object read(Object value, FieldDescriptor field) {
        if (field.isMapField()) {
            Map<Object, Object> map = new LinkedHashMap<>();
            Descriptor entry = field.getMessageType();
            for (Object each : (List<?>) value) {
                Message pair = (Message) each;
                FieldDescriptor of = entry.findFieldByName(VALUE);
                map.put(
                        read(pair.getField(entry.findFieldByName(KEY)), entry.findFieldByName(KEY)),
                        read(pair.getField(of), of));
            }
            return map;
        }
        if (field.isRepeated()) {
            List<Object> list = new ArrayList<>();
            ((List<?>) value).forEach(each -> list.add(readOne(each, field)));
            return list;
        }
        return readOne(value, field);
    }

    private static Object readOne(Object value, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case BYTE_STRING -> ((ByteString) value).toByteArray();
            case ENUM -> ((EnumValueDescriptor) value).getName();
            case INT -> MessageTypes.isUnsigned32(field) ? Integer.toUnsignedLong((Integer) value) : value;
            case LONG ->
                MessageTypes.isUnsigned64(field) && (Long) value < 0
                        ? new BigInteger(Long.toUnsignedString((Long) value))
                        : value;
            case MESSAGE -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((Message) value).getAllFields().forEach((inner, set) -> map.put(inner.getName(), read(set, inner)));
                yield map;
            }
            default -> value;
        };
    }

    /**
     * What a field takes of a column's value.
     *
     * @throws IllegalArgumentException when it does not fit
     */
    static Object write(Object value, FieldDescriptor field) {
        try {
            if (field.isMapField()) {
                return entries((Map<?, ?>) value, field.getMessageType());
            }
            if (field.isRepeated()) {
                List<Object> list = new ArrayList<>();
                ((Collection<?>) value).forEach(each -> list.add(writeOne(each, field)));
                return list;
            }
            return writeOne(value, field);
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException(value + " does not fit " + field.getFullName(), e);
        }
    }

    private static List<Message> entries(Map<?, ?> map, Descriptor entry) {
        FieldDescriptor key = entry.findFieldByName(KEY);
        FieldDescriptor value = entry.findFieldByName(VALUE);
        List<Message> entries = new ArrayList<>();
        map.forEach((name, of) -> entries.add(DynamicMessage.newBuilder(entry)
                .setField(key, writeOne(name, key))
                .setField(value, writeOne(of, value))
                .build()));
        return entries;
    }

    private static Object writeOne(Object value, FieldDescriptor field) {
        if (field.getJavaType() == JavaType.BYTE_STRING) {
            return ByteString.copyFrom((byte[]) value);
        }
        if (field.getJavaType() != JavaType.MESSAGE) {
            return ProtobufSinkMapper.single(value, field);
        }
        DynamicMessage.Builder message = DynamicMessage.newBuilder(field.getMessageType());
        ((Map<?, ?>) value).forEach((name, of) -> {
            FieldDescriptor inner = field.getMessageType().findFieldByName(String.valueOf(name));
            if (inner == null) {
                throw new IllegalArgumentException(field.getMessageType().getFullName() + " has no field " + name);
            }
            if (of != null) {
                message.setField(inner, write(of, inner));
            }
        });
        return message.buildPartial();
    }
}
