package eventflux.ext.json;

import eventflux.api.event.DataType;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import java.util.Arrays;

/**
 * The values of one row while its JSON is being read: properties come in any order, and a row's time must be known before it
 * begins. Values are kept as bits and UTF-8, so that a row allocates nothing. Used by the thread that maps.
 */
final class JsonRow {

    private static final int INITIAL_TEXT = 1024;

    private final DataType[] types;
    private final boolean[] isSet;
    private final long[] bits; // a number's bits, or a text's offset and length
    private final Object[] objects;

    // Both are written by the thread that maps.
    private byte[] text = new byte[INITIAL_TEXT];
    private int textUsed;

    JsonRow(Schema schema) {
        this.types = schema.columns().stream().map(column -> column.type()).toArray(DataType[]::new);
        this.isSet = new boolean[types.length];
        this.bits = new long[types.length];
        this.objects = new Object[types.length];
    }

    DataType type(int column) {
        return types[column];
    }

    void clear() {
        Arrays.fill(isSet, false);
        Arrays.fill(objects, null);
        textUsed = 0;
    }

    boolean isNull(int column) {
        return !isSet[column];
    }

    void setNull(int column) {
        isSet[column] = false;
    }

    /** A value of INT, LONG or BOOL. */
    void setLong(int column, long value) {
        isSet[column] = true;
        bits[column] = value;
    }

    long longAt(int column) {
        return bits[column];
    }

    void setFloat(int column, float value) {
        setLong(column, Float.floatToRawIntBits(value));
    }

    void setDouble(int column, double value) {
        setLong(column, Double.doubleToRawLongBits(value));
    }

    void setObject(int column, Object value) {
        isSet[column] = value != null;
        objects[column] = value;
    }

    /** Keeps a text as UTF-8; false when it holds half a surrogate pair, which has no UTF-8. */
    boolean setText(int column, char[] chars, int offset, int length) {
        int most = textUsed + 3 * length;
        if (most > text.length) {
            text = Arrays.copyOf(text, Math.max(most, text.length * 2));
        }
        int end = encode(chars, offset, length);
        if (end < 0) {
            return false;
        }
        setLong(column, (long) textUsed << Integer.SIZE | end - textUsed);
        textUsed = end;
        return true;
    }

    private int encode(char[] chars, int offset, int length) {
        byte[] out = text;
        int to = textUsed;
        int end = offset + length;
        for (int at = offset; at < end; at++) {
            char c = chars[at];
            if (c < 0x80) {
                out[to++] = (byte) c;
            } else if (c < 0x800) {
                out[to++] = (byte) (0xC0 | c >> 6);
                out[to++] = continuation(c);
            } else if (!Character.isSurrogate(c)) {
                out[to++] = (byte) (0xE0 | c >> 12);
                out[to++] = continuation(c >> 6);
                out[to++] = continuation(c);
            } else {
                if (at + 1 >= end || !Character.isSurrogatePair(c, chars[at + 1])) {
                    return -1;
                }
                int point = Character.toCodePoint(c, chars[++at]);
                out[to++] = (byte) (0xF0 | point >> 18);
                out[to++] = continuation(point >> 12);
                out[to++] = continuation(point >> 6);
                out[to++] = continuation(point);
            }
        }
        return to;
    }

    private static byte continuation(int point) {
        return (byte) (0x80 | point & 0x3F);
    }

    /** Writes the row. */
    void appendTo(RowAppender out, int timestampColumn) {
        if (timestampColumn < 0) {
            out.begin();
        } else {
            out.begin(bits[timestampColumn]);
        }
        for (int i = 0; i < types.length; i++) {
            if (isSet[i]) {
                append(out, i);
            }
        }
        out.commit();
    }

    private void append(RowAppender out, int column) {
        long value = bits[column];
        switch (types[column]) {
            case INT -> out.setInt(column, (int) value);
            case LONG -> out.setLong(column, value);
            case FLOAT -> out.setFloat(column, Float.intBitsToFloat((int) value));
            case DOUBLE -> out.setDouble(column, Double.longBitsToDouble(value));
            case BOOL -> out.setBoolean(column, value != 0);
            case STRING -> out.setUtf8(column, text, (int) (value >>> Integer.SIZE), (int) value);
            case OBJECT -> out.set(column, objects[column]);
        }
    }
}
