package eventflux.core.compile.code.runtime;

/**
 * Explicit conversions from text, in the same form as {@link Conversion}. White space around is ignored. Whole numbers have an
 * optional sign and digits; decimals may have a fraction and an exponent, or be NaN or Infinity; truth is {@code true},
 * {@code 1}, {@code yes}, and their opposites, in any case. Numbers that do not fit are none.
 */
public final class TextParsing {

    /** A decimal without exponent that is no longer than this fits a float, and so a double. */
    private static final int SAFE_LENGTH = 38;

    private TextParsing() {}

    /** Whether the text is a whole number that fits. */
    public static boolean isInt(String text) {
        return isLong(text) && Conversion.isInt(toLong(text));
    }

    /** Whether the text is a whole number that fits. */
    public static boolean isLong(String text) {
        String number = text.strip();
        int length = number.length();
        int start = signLength(number);
        if (start == length) {
            return false;
        }
        boolean negative = number.charAt(0) == '-';
        long sum = 0; // kept negative, because there is one negative number more
        for (int i = start; i < length; i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9 || sum < (Long.MIN_VALUE + digit) / 10) {
                return false;
            }
            sum = sum * 10 - digit;
        }
        return negative || sum != Long.MIN_VALUE;
    }

    /** Whether the text is a number that fits. */
    public static boolean isFloat(String text) {
        String number = text.strip();
        if (!isDecimal(number)) {
            return false;
        }
        return isSafe(number) || Float.isFinite(Float.parseFloat(number)) || isWord(number);
    }

    /** Whether the text is a number that fits. */
    public static boolean isDouble(String text) {
        String number = text.strip();
        if (!isDecimal(number)) {
            return false;
        }
        return isSafe(number) || Double.isFinite(Double.parseDouble(number)) || isWord(number);
    }

    /** Whether the text is a truth value. */
    public static boolean isBoolean(String text) {
        String word = text.strip();
        return isTrue(word) || isFalse(word);
    }

    /** The number. */
    public static int toInt(String text) {
        return (int) toLong(text);
    }

    /** The number. */
    public static long toLong(String text) {
        String number = text.strip();
        long sum = 0;
        for (int i = signLength(number); i < number.length(); i++) {
            sum = sum * 10 - (number.charAt(i) - '0');
        }
        return number.charAt(0) == '-' ? sum : -sum;
    }

    /** The nearest float. */
    public static float toFloat(String text) {
        return Float.parseFloat(text.strip());
    }

    /** The nearest double. */
    public static double toDouble(String text) {
        return Double.parseDouble(text.strip());
    }

    /** The truth value. */
    public static boolean toBoolean(String text) {
        return isTrue(text.strip());
    }

    private static boolean isTrue(String word) {
        return word.equalsIgnoreCase("true") || word.equals("1") || word.equalsIgnoreCase("yes");
    }

    private static boolean isFalse(String word) {
        return word.equalsIgnoreCase("false") || word.equals("0") || word.equalsIgnoreCase("no");
    }

    private static int signLength(String number) {
        return !number.isEmpty() && (number.charAt(0) == '-' || number.charAt(0) == '+') ? 1 : 0;
    }

    private static boolean isSafe(String number) {
        return number.length() <= SAFE_LENGTH && number.indexOf('e') < 0 && number.indexOf('E') < 0;
    }

    private static boolean isWord(String number) {
        int start = signLength(number);
        return number.startsWith("NaN", start) || number.startsWith("Infinity", start);
    }

    private static boolean isDecimal(String number) {
        int start = signLength(number);
        if (number.substring(start).equals("NaN") || number.substring(start).equals("Infinity")) {
            return true;
        }
        int point = digitsEnd(number, start);
        int end = point;
        if (end < number.length() && number.charAt(end) == '.') {
            end = digitsEnd(number, end + 1);
        }
        int digits = end > point ? end - start - 1 : end - start;
        return digits > 0 && (end == number.length() || isExponent(number, end));
    }

    private static boolean isExponent(String number, int at) {
        if (number.charAt(at) != 'e' && number.charAt(at) != 'E' || at + 1 == number.length()) {
            return false;
        }
        char next = number.charAt(at + 1);
        int digits = next == '-' || next == '+' ? at + 2 : at + 1;
        return digits < number.length() && digitsEnd(number, digits) == number.length();
    }

    private static int digitsEnd(String number, int from) {
        int at = from;
        while (at < number.length() && number.charAt(at) >= '0' && number.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
