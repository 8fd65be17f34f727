package eventflux.ext.avro;

import eventflux.api.event.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/** What a value of Avro is in a column. */
final class ReadValue {

    private static final GenericData DATA = new GenericData();

    private ReadValue() {}

    /**
     * The value for a column; dates and times become epoch milliseconds in LONG columns.
     *
     * @param value as Avro's generic reader makes it; null is null
     * @param schema of the value
     * @throws IllegalArgumentException when it does not fit
     */
    static Object of(Object value, Schema schema, DataType type) {
        if (value == null) {
            return null;
        }
        Schema branch = schema.isUnion() ? schema.getTypes().get(DATA.resolveUnion(schema, value)) : schema;
        return switch (type) {
            case INT -> (int) whole(value, branch, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> moment(whole(value, branch, type, Long.MIN_VALUE, Long.MAX_VALUE), branch);
            case FLOAT -> (float) number(value, branch, type);
            case DOUBLE -> number(value, branch, type);
            case BOOL -> {
                require(value instanceof Boolean, value, type);
                yield value;
            }
            case STRING -> text(value, branch, type);
            case OBJECT -> plain(value, branch);
        };
    }

    private static long whole(Object value, Schema schema, DataType type, long least, long most) {
        require(schema.getType() == Schema.Type.INT || schema.getType() == Schema.Type.LONG, value, type);
        long whole = ((Number) value).longValue();
        require(whole >= least && whole <= most, value, type);
        return whole;
    }

    private static long moment(long value, Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical == null) {
            return value;
        }
        return switch (logical.getName()) {
            case "date" -> TimeUnit.DAYS.toMillis(value);
            case "timestamp-micros", "local-timestamp-micros" ->
                Math.floorDiv(value, TimeUnit.MILLISECONDS.toMicros(1));
            case "timestamp-nanos", "local-timestamp-nanos" -> Math.floorDiv(value, TimeUnit.MILLISECONDS.toNanos(1));
            default -> value;
        };
    }

    private static double number(Object value, Schema schema, DataType type) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return decimal(value, decimal).doubleValue();
        }
        require(value instanceof Number, value, type);
        return ((Number) value).doubleValue();
    }

    private static String text(Object value, Schema schema, DataType type) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return decimal(value, decimal).toPlainString();
        }
        require(schema.getType() == Schema.Type.STRING || schema.getType() == Schema.Type.ENUM, value, type);
        return value.toString();
    }

    private static BigDecimal decimal(Object value, LogicalTypes.Decimal decimal) {
        byte[] digits = bytes(value);
        return digits.length == 0 ? BigDecimal.ZERO : new BigDecimal(new BigInteger(digits), decimal.getScale());
    }

    private static byte[] bytes(Object value) {
        if (value instanceof GenericFixed fixed) {
            return fixed.bytes();
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** What an OBJECT column can hold: numbers, truth values, texts, bytes, lists and maps. */
    private static Object plain(Object value, Schema schema) {
        if (value == null) {
            return null;
        }
        Schema branch = schema.isUnion() ? schema.getTypes().get(DATA.resolveUnion(schema, value)) : schema;
        return switch (branch.getType()) {
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                ((Collection<?>) value).forEach(item -> list.add(plain(item, branch.getElementType())));
                yield list;
            }
            case MAP -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((Map<?, ?>) value).forEach((key, item) -> map.put(key.toString(), plain(item, branch.getValueType())));
                yield map;
            }
            case RECORD -> {
                Map<String, Object> map = new LinkedHashMap<>();
                IndexedRecord record = (IndexedRecord) value;
                branch.getFields()
                        .forEach(field -> map.put(field.name(), plain(record.get(field.pos()), field.schema())));
                yield map;
            }
            case BYTES, FIXED ->
                branch.getLogicalType() instanceof LogicalTypes.Decimal decimal
                        ? decimal(value, decimal)
                        : bytes(value);
            case STRING, ENUM -> value.toString();
            default -> value;
        };
    }

    private static void require(boolean fits, Object value, DataType type) {
        if (!fits) {
            throw new IllegalArgumentException(value + " is no " + type);
        }
    }
}
