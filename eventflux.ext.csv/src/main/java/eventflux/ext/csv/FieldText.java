package eventflux.ext.csv;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers from bytes. What is not a number of the wanted type is a {@link NumberFormatException}. A whole number may be
 * written with a fraction of zeros or an exponent (3.0, 1e3): it is the value that counts.
 */
final class FieldText {

    /** So many decimal digits always fit a long. */
    private static final int SAFE_DIGITS = 18;

    private static final int MOST_LONG_DIGITS = 19;

    /** A whole number below this is exact in a double. */
    private static final long EXACT_DOUBLE = 1L << 53;

    private static final long EXACT_FLOAT = 1L << 24;

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    /** So many powers of ten are exact in a float. */
    private static final int FLOAT_TENS = 11;

    /** Longest text that is looked at as a number. */
    private static final int MOST_DIGITS = 400;

    private FieldText() {}

    static int parseInt(byte[] bytes, int start, int length) {
        long value = parseLong(bytes, start, length);
        if (value != (int) value) {
            throw new NumberFormatException("no INT");
        }
        return (int) value;
    }

    static long parseLong(byte[] bytes, int start, int length) {
        if (!isInteger(bytes, start, length) || length > SAFE_DIGITS) {
            return parseWhole(bytes, start, length);
        }
        int at = start;
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        long value = 0;
        for (; at < start + length; at++) {
            value = value * 10 + (bytes[at] - '0');
        }
        return negative ? -value : value;
    }

    /** Whether the text is digits with at most a sign. */
    static boolean isInteger(byte[] bytes, int start, int length) {
        int at = start;
        int end = start + length;
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        if (at == end) {
            return false;
        }
        for (; at < end; at++) {
            if (!isDigit(bytes[at])) {
                return false;
            }
        }
        return true;
    }

    private static long parseWhole(byte[] bytes, int start, int length) {
        BigDecimal exact = new BigDecimal(numberText(bytes, start, length)).stripTrailingZeros();
        if (exact.signum() == 0) {
            return 0;
        }
        if (exact.scale() > 0 || (long) exact.precision() - exact.scale() > MOST_LONG_DIGITS) {
            throw new NumberFormatException("no LONG");
        }
        BigInteger whole = exact.toBigIntegerExact();
        if (whole.bitLength() >= Long.SIZE) {
            throw new NumberFormatException("no LONG");
        }
        return whole.longValue();
    }

    static double parseDouble(byte[] bytes, int start, int length) {
        int places = simplePlaces(bytes, start, length);
        if (places >= 0) {
            long digits = simpleDigits(bytes, start, length);
            if (digits < EXACT_DOUBLE) {
                // Both are exact, so the quotient is the double nearest to the text.
                double magnitude = digits / TENS[places];
                return bytes[start] == '-' ? -magnitude : magnitude;
            }
        }
        Double word = word(bytes, start, length);
        if (word != null) {
            return word;
        }
        double value = Double.parseDouble(numberText(bytes, start, length));
        if (Double.isInfinite(value)) {
            throw new NumberFormatException("no DOUBLE");
        }
        return value;
    }

    static float parseFloat(byte[] bytes, int start, int length) {
        int places = simplePlaces(bytes, start, length);
        if (places >= 0 && places < FLOAT_TENS) {
            long digits = simpleDigits(bytes, start, length);
            if (digits < EXACT_FLOAT) {
                float magnitude = digits / (float) TENS[places];
                return bytes[start] == '-' ? -magnitude : magnitude;
            }
        }
        Double word = word(bytes, start, length);
        if (word != null) {
            return word.floatValue();
        }
        float value = Float.parseFloat(numberText(bytes, start, length));
        if (Float.isInfinite(value)) {
            throw new NumberFormatException("no FLOAT");
        }
        return value;
    }

    /** How many digits stand behind the point of a plain decimal of at most 18 characters, -1 when it is none. */
    private static int simplePlaces(byte[] bytes, int start, int length) {
        int end = start + length;
        if (length > SAFE_DIGITS) {
            return -1;
        }
        int at = start < end && (bytes[start] == '-' || bytes[start] == '+') ? start + 1 : start;
        int point = -1;
        int digits = 0;
        for (; at < end; at++) {
            if (isDigit(bytes[at])) {
                digits++;
            } else if (bytes[at] == '.' && point < 0) {
                point = at;
            } else {
                return -1;
            }
        }
        if (digits == 0) {
            return -1;
        }
        return point < 0 ? 0 : end - point - 1;
    }

    private static long simpleDigits(byte[] bytes, int start, int length) {
        long value = 0;
        for (int at = start; at < start + length; at++) {
            if (isDigit(bytes[at])) {
                value = value * 10 + (bytes[at] - '0');
            }
        }
        return value;
    }

    /** The values that are words, as our own sink writes them. */
    private static Double word(byte[] bytes, int start, int length) {
        return switch (length) {
            case 3 -> textEquals("NaN", bytes, start) ? Double.NaN : null;
            case 8 -> textEquals("Infinity", bytes, start) ? Double.POSITIVE_INFINITY : null;
            case 9 -> textEquals("-Infinity", bytes, start) ? Double.NEGATIVE_INFINITY : null;
            default -> null;
        };
    }

    private static boolean textEquals(String text, byte[] bytes, int start) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text, when it consists of what numbers are made of; keeps out what Java alone takes for one, such as 1d or 0x1p3. */
    private static String numberText(byte[] bytes, int start, int length) {
        if (length > MOST_DIGITS) {
            throw new NumberFormatException("not a number");
        }
        for (int at = start; at < start + length; at++) {
            byte b = bytes[at];
            if (!isDigit(b) && b != '-' && b != '+' && b != '.' && b != 'e' && b != 'E') {
                throw new NumberFormatException("not a number");
            }
        }
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
