package eventflux.core.compile.code.runtime;

import eventflux.api.text.ObjectText;

/** Objects between rows, which hold their texts, and code. */
public final class ObjectTexts {

    private ObjectTexts() {}

    /** The object of a text that is named by the address of the row and the column's slot. */
    public static Object decode(long row, long slot) {
        return ObjectText.decode(TextBytes.decode(row, slot));
    }

    /** The text of an object, an error when rows do not hold such objects. */
    public static String encode(Object value) {
        return ObjectText.encode(value);
    }

    /** Whether the object is a text. */
    public static boolean isText(Object value) {
        return value instanceof String;
    }
}
