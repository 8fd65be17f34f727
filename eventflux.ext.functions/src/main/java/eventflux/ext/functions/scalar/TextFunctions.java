package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** Functions that take a text apart or ask about it; a length below zero counts as zero. */
@Component(service = FunctionLibrary.class)
public final class TextFunctions implements FunctionLibrary {

    /** How many code points. */
    @Function(
            name = {"length", "len", "char_length", "character_length", "str:length"},
            description = "How many characters (code points) a text has.",
            examples = "length(name)")
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** In capitals. */
    @Function(
            name = {"upper", "ucase", "str:upper"},
            description = "The text in capital letters.",
            examples = "upper(symbol)")
    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** In small letters. */
    @Function(
            name = {"lower", "lcase", "str:lower"},
            description = "The text in small letters.",
            examples = "lower(symbol)")
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Without white space around. */
    @Function(
            name = {"trim", "str:trim"},
            description = "The text without white space at both ends.",
            examples = "trim(name)")
    public static String trim(String text) {
        return text.strip();
    }

    /** Without some characters around. */
    @Function(
            name = "trim",
            description = "The text without the characters of the second text at both ends.",
            examples = "trim(path, '/.')")
    public static String trim(String text, String characters) {
        return ltrim(rtrim(text, characters), characters);
    }

    /** Without white space before. */
    @Function(name = "ltrim", description = "The text without white space at its beginning.", examples = "ltrim(name)")
    public static String ltrim(String text) {
        return text.stripLeading();
    }

    /** Without some characters before. */
    @Function(
            name = "ltrim",
            description = "The text without the characters of the second text at its beginning.",
            examples = "ltrim(code, '0')")
    public static String ltrim(String text, String characters) {
        int start = 0;
        while (start < text.length() && characters.indexOf(text.codePointAt(start)) >= 0) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start);
    }

    /** Without white space behind. */
    @Function(name = "rtrim", description = "The text without white space at its end.", examples = "rtrim(name)")
    public static String rtrim(String text) {
        return text.stripTrailing();
    }

    /** Without some characters behind. */
    @Function(
            name = "rtrim",
            description = "The text without the characters of the second text at its end.",
            examples = "rtrim(price, '0')")
    public static String rtrim(String text, String characters) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.codePointBefore(end)) >= 0) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    /** From a place to the end. */
    @Function(
            name = {"substring", "substr"},
            description = "The text from a place on, counted from 1; a place below 1 is the beginning.",
            examples = "substring(name, 2)")
    public static String substring(String text, int start) {
        return text.substring(offset(text, 0, start - 1L));
    }

    /** So many code points from a place. */
    @Function(
            name = {"substring", "substr"},
            description = "So many characters from a place on, counted from 1; a place below 1 is the beginning.",
            examples = "substring(name, 2, 3)")
    public static String substring(String text, int start, int length) {
        int from = offset(text, 0, start - 1L);
        return text.substring(from, offset(text, from, length));
    }

    /** The first code points. */
    @Function(name = "left", description = "The first so many characters.", examples = "left(name, 3)")
    public static String left(String text, int length) {
        return text.substring(0, offset(text, 0, length));
    }

    /** The last code points. */
    @Function(name = "right", description = "The last so many characters.", examples = "right(name, 3)")
    public static String right(String text, int length) {
        return text.substring(offset(text, 0, (long) length(text) - Math.max(length, 0)));
    }

    /** Backwards. */
    @Function(
            name = {"reverse", "str:reverse"},
            description = "The characters in reverse order.",
            examples = "reverse(name)")
    public static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** Where a part stands. */
    @Function(
            name = {"position", "locate", "instr"},
            description = "The place of the first text in the second, counted from 1; 0 when it is not there.",
            examples = "position('-', code)")
    public static int position(String part, String text) {
        int found = text.indexOf(part);
        return found < 0 ? 0 : text.codePointCount(0, found) + 1;
    }

    /** Whether it begins so. */
    @Function(
            name = {"startsWith", "starts_with"},
            description = "Whether the first text begins with the second.",
            examples = "startsWith(code, 'DE')")
    public static boolean startsWith(String text, String beginning) {
        return text.startsWith(beginning);
    }

    /** Whether it ends so. */
    @Function(
            name = {"endsWith", "ends_with"},
            description = "Whether the first text ends with the second.",
            examples = "endsWith(file, '.csv')")
    public static boolean endsWith(String text, String end) {
        return text.endsWith(end);
    }

    /** Whether a part is in it. */
    @Function(
            name = {"contains", "str:contains"},
            description = "Whether the second text stands somewhere in the first.",
            examples = "contains(name, 'lab')")
    public static boolean contains(String text, String part) {
        return text.contains(part);
    }

    /** Whether it matches. */
    @Function(
            name = "like",
            description = "Whether a text matches a pattern, in which % is any text and _ any character.",
            examples = "sensor LIKE 'lab-%'")
    public static boolean like(String text, String pattern) {
        return LikePattern.matches(text, pattern, LikePattern.NO_ESCAPE);
    }

    /** Whether it matches, with an escape. */
    @Function(
            name = "like",
            description = "Whether a text matches a pattern, in which a character after the escape stands for itself.",
            examples = "rate LIKE '100!%' ESCAPE '!'")
    public static boolean like(String text, String pattern, String escape) {
        return LikePattern.matches(text, pattern, LikePattern.escapeOf(escape, pattern));
    }

    /** The first code point as a number. */
    @Function(
            name = "ascii",
            description = "The code point of the first character; null of an empty text.",
            examples = "ascii(letter)")
    public static Integer ascii(String text) {
        return text.isEmpty() ? null : (Integer) text.codePointAt(0);
    }

    /** The index in the text that is so many code points behind another, its end if there are fewer. */
    private static int offset(String text, int from, long codePoints) {
        int at = from;
        for (long i = 0; i < codePoints && at < text.length(); i++) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }
}
