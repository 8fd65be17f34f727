package eventflux.core.run;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.text.ObjectText;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;

/** Stores boxed values as they come from people's code. Stateless. */
public final class ValueEncoder {

    private final String stream;
    private final RowLayout layout;
    private final DataType[] types;

    public ValueEncoder(String stream, RowLayout layout) {
        this.stream = stream;
        this.layout = layout;
        this.types = layout.schema().columns().stream().map(Column::type).toArray(DataType[]::new);
    }

    /** Stores all columns of the row that was begun. */
    public void encode(Object[] values, RowBuilder out) {
        requireArity(values);
        DataType[] all = types;
        for (int i = 0; i < all.length; i++) {
            encode(i, values[i], out);
        }
    }

    /** Refuses an array that has not one value for each column. */
    void requireArity(Object[] values) {
        if (values.length != types.length) {
            throw new EventFluxException(Problem.of(
                    RunError.WRONG_ARITY, "stream", stream, "expected", types.length, "found", values.length));
        }
    }

    /** Stores one column. */
    void encode(int column, Object value, RowBuilder out) {
        if (value == null) {
            out.putNull(column);
            return;
        }
        boolean stored = switch (types[column]) {
            case STRING -> putText(column, value, out);
            case DOUBLE -> putDouble(column, value, out);
            case LONG -> putLong(column, value, out);
            case INT -> putInt(column, value, out);
            case FLOAT -> putFloat(column, value, out);
            case BOOL -> putBoolean(column, value, out);
            case OBJECT -> putObject(column, value, out);
        };
        if (!stored) {
            throw wrongValue(column, value);
        }
    }

    private static boolean putText(int column, Object value, RowBuilder out) {
        if (value instanceof String text) {
            out.putText(column, text);
            return true;
        }
        return false;
    }

    private static boolean putObject(int column, Object value, RowBuilder out) {
        try {
            out.putText(column, ObjectText.encode(value));
            return true;
        } catch (IllegalArgumentException e) {
            return false; // an object that rows do not hold
        }
    }

    private static boolean putDouble(int column, Object value, RowBuilder out) {
        if (value instanceof Double number) {
            out.putDouble(column, number);
            return true;
        }
        if (value instanceof Float || value instanceof Integer || value instanceof Long) {
            out.putDouble(column, ((Number) value).doubleValue());
            return true;
        }
        return false;
    }

    private static boolean putLong(int column, Object value, RowBuilder out) {
        if (value instanceof Long number) {
            out.putLong(column, number);
            return true;
        }
        return putInt(column, value, out);
    }

    private static boolean putInt(int column, Object value, RowBuilder out) {
        if (value instanceof Integer number) {
            out.putLong(column, number);
            return true;
        }
        if (value instanceof Short || value instanceof Byte) {
            out.putLong(column, ((Number) value).longValue());
            return true;
        }
        return false;
    }

    private static boolean putFloat(int column, Object value, RowBuilder out) {
        if (value instanceof Float || value instanceof Integer || value instanceof Long) {
            out.putFloat(column, ((Number) value).floatValue());
            return true;
        }
        return false;
    }

    private static boolean putBoolean(int column, Object value, RowBuilder out) {
        if (value instanceof Boolean truth) {
            out.putLong(column, truth ? 1 : 0);
            return true;
        }
        return false;
    }

    EventFluxException wrongValue(int column, Object value) {
        Column declared = layout.schema().column(column);
        return new EventFluxException(Problem.of(
                RunError.WRONG_VALUE,
                "column",
                declared.name(),
                "stream",
                stream,
                "expected",
                declared.type(),
                "value",
                value,
                "found",
                value.getClass().getSimpleName()));
    }
}
