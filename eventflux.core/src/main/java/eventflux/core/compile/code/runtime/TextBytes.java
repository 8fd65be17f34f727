package eventflux.core.compile.code.runtime;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.SymbolTable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.UnsafeApi;

/**
 * Compares texts where they lie. A text in a row is named by the address of the row and the column's slot, a symbol by the table and
 * its code; other texts are UTF-8 bytes or Java strings. The order is that of code points, which is the order of unsigned UTF-8 bytes.
 */
public final class TextBytes {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private TextBytes() {}

    /** The text as a Java string. */
    public static String decode(long row, long slot) {
        return RowMemory.text(row + RowLayout.textOffset(slot), RowLayout.textLength(slot));
    }

    /** Whether a text in a row has these bytes. */
    public static boolean equal(long row, long slot, byte[] text) {
        int length = text.length;
        return RowLayout.textLength(slot) == length && common(row + RowLayout.textOffset(slot), text, length) == length;
    }

    /** Whether a text in a row is that of a symbol. */
    public static boolean equal(long row, long slot, SymbolTable symbols, int code) {
        int length = RowLayout.textLength(slot);
        return symbols.length(code) == length && symbols.compare(code, row + RowLayout.textOffset(slot), length) == 0;
    }

    /** Whether two texts in rows are the same. */
    public static boolean equal(long row, long slot, long rightRow, long rightSlot) {
        int length = RowLayout.textLength(slot);
        return RowLayout.textLength(rightSlot) == length && compare(row, slot, rightRow, rightSlot) == 0;
    }

    /** Whether two texts are the same. */
    public static boolean equal(byte[] left, byte[] right) {
        return Arrays.equals(left, right);
    }

    /** Whether two texts are the same. */
    public static boolean equal(String left, String right) {
        return left.equals(right);
    }

    /** Negative, zero or positive as the text in a row is before, at or after the other. */
    public static int compare(long row, long slot, byte[] text) {
        long at = row + RowLayout.textOffset(slot);
        int length = RowLayout.textLength(slot);
        int shorter = Math.min(length, text.length);
        int same = common(at, text, shorter);
        return same < shorter ? Byte.compareUnsigned(UnsafeApi.getByte(at + same), text[same]) : length - text.length;
    }

    /** Negative, zero or positive as the left text is before, at or after the right. */
    public static int compare(long row, long slot, long rightRow, long rightSlot) {
        long leftAt = row + RowLayout.textOffset(slot);
        long rightAt = rightRow + RowLayout.textOffset(rightSlot);
        int leftLength = RowLayout.textLength(slot);
        int rightLength = RowLayout.textLength(rightSlot);
        int shorter = Math.min(leftLength, rightLength);
        int same = 0;
        while (same <= shorter - Long.BYTES && UnsafeApi.getLong(leftAt + same) == UnsafeApi.getLong(rightAt + same)) {
            same += Long.BYTES;
        }
        while (same < shorter && UnsafeApi.getByte(leftAt + same) == UnsafeApi.getByte(rightAt + same)) {
            same++;
        }
        return same < shorter
                ? Byte.compareUnsigned(UnsafeApi.getByte(leftAt + same), UnsafeApi.getByte(rightAt + same))
                : leftLength - rightLength;
    }

    /** Negative, zero or positive as the text in a row is before, at or after that of the symbol. */
    public static int compare(long row, long slot, SymbolTable symbols, int code) {
        return -symbols.compare(code, row + RowLayout.textOffset(slot), RowLayout.textLength(slot));
    }

    /** Negative, zero or positive as the text of the left symbol is before, at or after that of the right. */
    public static int compare(SymbolTable symbols, int left, int right) {
        return symbols.compare(left, right);
    }

    /** Negative, zero or positive as the left text is before, at or after the right. */
    public static int compare(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right);
    }

    /** Negative, zero or positive as the left text is before, at or after the right. */
    public static int compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return rank(a) - rank(b);
            }
        }
        return left.length() - right.length();
    }

    // Halves of code points beyond the first 65,536 come after the characters that UTF-16 numbers higher.
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }

    private static int common(long at, byte[] text, int length) {
        int same = 0;
        while (same <= length - Long.BYTES && UnsafeApi.getLong(at + same) == (long) WORDS.get(text, same)) {
            same += Long.BYTES;
        }
        while (same < length && UnsafeApi.getByte(at + same) == text[same]) {
            same++;
        }
        return same;
    }
}
