package eventflux.ext.csv;

/** Checks UTF-8, since a row takes bytes only when someone vouches for them. */
final class Utf8 {

    private Utf8() {}

    /** Whether the bytes are well-formed: no stray, missing or overlong bytes, no surrogates, nothing above U+10FFFF. */
    static boolean isWellFormed(byte[] bytes, int start, int length) {
        int end = start + length;
        int at = start;
        while (at < end) {
            byte first = bytes[at];
            if (first >= 0) {
                at++;
                continue;
            }
            int size = sizeOf(first);
            if (size == 0 || at + size > end || !isSecond(first, bytes[at + 1])) {
                return false;
            }
            for (int i = 2; i < size; i++) {
                if (!isContinuation(bytes[at + i])) {
                    return false;
                }
            }
            at += size;
        }
        return true;
    }

    private static int sizeOf(byte first) {
        int lead = first & 0xFF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    /** Table 3-7 of the Unicode standard: after some lead bytes the second byte has a narrower range. */
    private static boolean isSecond(byte first, byte second) {
        int value = second & 0xFF;
        return switch (first & 0xFF) {
            case 0xE0 -> value >= 0xA0 && value <= 0xBF;
            case 0xED -> value >= 0x80 && value <= 0x9F;
            case 0xF0 -> value >= 0x90 && value <= 0xBF;
            case 0xF4 -> value >= 0x80 && value <= 0x8F;
            default -> isContinuation(second);
        };
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
