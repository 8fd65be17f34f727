package eventflux.ext.avro;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** What a column's value is in Avro. */
final class WrittenValue {

    private static final Conversions.DecimalConversion DECIMALS = new Conversions.DecimalConversion();

    private WrittenValue() {}

    /**
     * The value for a field; epoch milliseconds become what a date or timestamp counts in.
     *
     * @param value of a column, or inside one of an OBJECT column; null is null
     * @throws IllegalArgumentException when it does not fit
     */
    static Object of(Object value, Schema schema) {
        return switch (schema.getType()) {
            case UNION -> branch(value, schema);
            case NULL -> required(value == null, value, schema, null);
            case BOOLEAN -> required(value instanceof Boolean, value, schema, value);
            case INT -> (int) whole(value, schema, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole(value, schema, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> (float) number(value, schema);
            case DOUBLE -> number(value, schema);
            case STRING -> required(value instanceof String, value, schema, value);
            case ENUM ->
                required(
                        value instanceof String name && schema.hasEnumSymbol(name),
                        value,
                        schema,
                        new GenericData.EnumSymbol(schema, value));
            case BYTES -> bytes(value, schema);
            case FIXED -> fixed(value, schema);
            case ARRAY -> array(value, schema);
            case MAP -> map(value, schema);
            case RECORD -> record(value, schema);
        };
    }

    // The first branch that takes the value.
    private static Object branch(Object value, Schema union) {
        for (Schema branch : union.getTypes()) {
            if ((value == null) == (branch.getType() == Schema.Type.NULL)) {
                try {
                    return of(value, branch);
                } catch (IllegalArgumentException e) {
                    if (union.getTypes().size() <= 2 && value != null) {
                        throw e;
                    }
                }
            }
        }
        throw misfit(value, union);
    }

    private static long whole(Object value, Schema schema, long least, long most) {
        required(value instanceof Long || value instanceof Integer, value, schema, value);
        long whole = moment(value, schema.getLogicalType());
        required(whole >= least && whole <= most, value, schema, value);
        return whole;
    }

    private static long moment(Object value, LogicalType logical) {
        long number = ((Number) value).longValue();
        if (logical == null || value instanceof Integer) {
            return number;
        }
        return switch (logical.getName()) {
            case "date" -> Math.floorDiv(number, TimeUnit.DAYS.toMillis(1));
            case "timestamp-micros", "local-timestamp-micros" ->
                Math.multiplyExact(number, TimeUnit.MILLISECONDS.toMicros(1));
            case "timestamp-nanos", "local-timestamp-nanos" ->
                Math.multiplyExact(number, TimeUnit.MILLISECONDS.toNanos(1));
            default -> number;
        };
    }

    private static double number(Object value, Schema schema) {
        required(value instanceof Number, value, schema, value);
        return ((Number) value).doubleValue();
    }

    private static Object bytes(Object value, Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return DECIMALS.toBytes(decimal(value, schema, decimal), schema, decimal);
        }
        return ByteBuffer.wrap(requireBytes(value, schema));
    }

    private static Object fixed(Object value, Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return DECIMALS.toFixed(decimal(value, schema, decimal), schema, decimal);
        }
        byte[] bytes = requireBytes(value, schema);
        required(bytes.length == schema.getFixedSize(), value, schema, value);
        return new GenericData.Fixed(schema, bytes);
    }

    private static byte[] requireBytes(Object value, Schema schema) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw misfit(value, schema);
    }

    private static BigDecimal decimal(Object value, Schema schema, LogicalTypes.Decimal decimal) {
        try {
            BigDecimal exact =
                    new BigDecimal(String.valueOf(value)).setScale(decimal.getScale(), RoundingMode.HALF_EVEN);
            required(exact.precision() <= decimal.getPrecision(), value, schema, value);
            return exact;
        } catch (NumberFormatException e) {
            throw misfit(value, schema);
        }
    }

    private static Object array(Object value, Schema schema) {
        if (!(value instanceof Collection<?> items)) {
            throw misfit(value, schema);
        }
        List<Object> written = new GenericData.Array<>(items.size(), schema);
        items.forEach(item -> written.add(of(item, schema.getElementType())));
        return written;
    }

    private static Object map(Object value, Schema schema) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw misfit(value, schema);
        }
        Map<String, Object> written = new LinkedHashMap<>();
        entries.forEach((key, item) -> written.put(String.valueOf(key), of(item, schema.getValueType())));
        return written;
    }

    private static Object record(Object value, Schema schema) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw misfit(value, schema);
        }
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(
                    field.pos(),
                    entries.containsKey(field.name()) || !field.hasDefaultValue()
                            ? of(entries.get(field.name()), field.schema())
                            : GenericData.get().getDefaultValue(field));
        }
        return record;
    }

    private static Object required(boolean fits, Object value, Schema schema, Object answer) {
        if (!fits) {
            throw misfit(value, schema);
        }
        return answer;
    }

    private static IllegalArgumentException misfit(Object value, Schema schema) {
        return new IllegalArgumentException(
                value + " does not fit " + schema.getType().getName());
    }
}
