package eventflux.core.row;

import java.nio.ByteOrder;
import org.agrona.UnsafeApi;

/**
 * Stores texts whose characters are all ASCII, as most are: eight at a time, padded with zeros. Where the platform keeps a
 * string's characters in an array of bytes, they are read there, without a call for each; what is read lies inside the object.
 */
final class AsciiText {

    private static final long NON_ASCII = 0x8080808080808080L;
    private static final int FIRST_NON_ASCII = 0x80;
    private static final int CHAR_SHIFT = 3;
    private static final boolean IS_LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);
    // Where a string refers to its bytes, and where it says whether each is a character; -1 on a platform that differs.
    private static final long VALUE = IS_LITTLE_ENDIAN && BYTES % Long.BYTES == 0 ? field("value", byte[].class) : -1;
    private static final long CODER = field("coder", byte.class);
    private static final byte ONE_BYTE_A_CHARACTER = 0;

    private AsciiText() {}

    private static long field(String name, Class<?> type) {
        try {
            return String.class.getDeclaredField(name).getType() == type
                    ? UnsafeApi.objectFieldOffset(String.class, name)
                    : -1;
        } catch (NoSuchFieldException e) {
            return -1;
        }
    }

    /**
     * Stores a text and its padding.
     *
     * @param target where, anything may be stored there when it fails
     * @param limit where the room ends
     * @return its length in bytes, or a negative number when it is not ASCII or there is not so much room
     */
    static int store(String text, long target, long limit) {
        if (VALUE == -1 || CODER == -1 || UnsafeApi.getByte(text, CODER) != ONE_BYTE_A_CHARACTER) {
            return target + RowLayout.align(text.length()) <= limit && storeCharacters(text, target)
                    ? text.length()
                    : -1;
        }
        byte[] bytes = (byte[]) UnsafeApi.getReference(text, VALUE);
        int length = bytes.length;
        if (target + RowLayout.align(length) > limit) {
            return -1;
        }
        long seen = length <= Long.BYTES ? storeWord(bytes, 0, target) : storeWords(bytes, target);
        return (seen & NON_ASCII) == 0 ? length : -1;
    }

    private static long storeWords(byte[] bytes, long target) {
        long seen = 0;
        int at = 0;
        for (; at < bytes.length - Long.BYTES; at += Long.BYTES) {
            long word = UnsafeApi.getLong(bytes, BYTES + at);
            seen |= word;
            UnsafeApi.putLong(target + at, word);
        }
        return seen | storeWord(bytes, at, target);
    }

    // The last eight bytes, or fewer. An object takes a multiple of eight bytes, so all eight are its own; what is
    // behind the
    // text is cut off.
    private static long storeWord(byte[] bytes, int at, long target) {
        if (bytes.length == 0) {
            return 0;
        }
        long word = UnsafeApi.getLong(bytes, BYTES + at) & -1L >>> (at - bytes.length << CHAR_SHIFT);
        UnsafeApi.putLong(target + at, word);
        return word;
    }

    /** Stores a text where there is room for it, on any platform; answers whether it was ASCII. */
    static boolean storeCharacters(String text, long target) {
        int length = text.length();
        int seen = 0;
        for (int start = 0; start < length; start += Long.BYTES) {
            int end = Math.min(start + Long.BYTES, length);
            long word = 0;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                seen |= c;
                word |= (long) c << (i << CHAR_SHIFT);
            }
            UnsafeApi.putLong(target + start, IS_LITTLE_ENDIAN ? word : Long.reverseBytes(word));
        }
        return seen < FIRST_NON_ASCII;
    }
}
