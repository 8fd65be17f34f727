package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;

/**
 * Functions that put texts together. Where a number or a text of the row decides how long the result gets there is a
 * bound, so that no row takes all memory.
 */
@Component(service = FunctionLibrary.class)
public final class NewTextFunctions implements FunctionLibrary {

    private static final int LONGEST = 16 * 1024 * 1024;

    /** One text of several. */
    @Function(name = "concat", description = "The texts one after another.", examples = "concat(city, '/', street)")
    public static String concat(String... texts) {
        return String.join("", texts);
    }

    /** Filled up before. */
    @Function(
            name = "lpad",
            description = "The text filled up at its beginning, or cut at its end, to so many characters.",
            examples = "lpad(number, 8, '0')")
    public static String lpad(String text, int length, String filling) {
        return fill(text, length, filling) + TextFunctions.left(text, length);
    }

    /** Filled up behind. */
    @Function(
            name = "rpad",
            description = "The text filled up or cut at its end to so many characters.",
            examples = "rpad(name, 20, '.')")
    public static String rpad(String text, int length, String filling) {
        return TextFunctions.left(text, length) + fill(text, length, filling);
    }

    /** What is missing to a length; nothing can be made of an empty filling. */
    private static String fill(String text, int length, String filling) {
        int missing = length - TextFunctions.length(text);
        if (missing <= 0 || filling.isEmpty()) {
            return "";
        }
        check(missing);
        return TextFunctions.left(filling.repeat(missing / TextFunctions.length(filling) + 1), missing);
    }

    /** Several times the same. */
    @Function(
            name = {"repeat", "str:repeat"},
            description = "The text so many times.",
            examples = "repeat('*', stars)")
    public static String repeat(String text, int times) {
        check((long) text.length() * times);
        return text.repeat(Math.max(times, 0));
    }

    /** With parts exchanged. */
    @Function(
            name = "replace",
            description = "The text with all places of the second text taken by the third.",
            examples = "replace(path, '/', '.')")
    public static String replace(String text, String part, String replacement) {
        if (part.isEmpty()) {
            return text;
        }
        check((long) text.length() / part.length() * replacement.length());
        return text.replace(part, replacement);
    }

    /** A character by its number. */
    @Function(
            name = {"chr", "char"},
            description = "The character of a code point; null when there is none.",
            examples = "chr(65)")
    public static String chr(int codePoint) {
        boolean isCharacter = Character.isValidCodePoint(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        return isCharacter ? Character.toString(codePoint) : null;
    }

    /** A new name. */
    @Function(
            name = {"uuid", "UUID"},
            description = "A random identifier (UUID version 4), another one for each row.",
            examples = "uuid()")
    public static String uuid() {
        return UUID.randomUUID().toString();
    }

    private static void check(long length) {
        if (length > LONGEST) {
            throw FunctionError.TEXT_TOO_LONG.with("length", length, "limit", LONGEST);
        }
    }
}
