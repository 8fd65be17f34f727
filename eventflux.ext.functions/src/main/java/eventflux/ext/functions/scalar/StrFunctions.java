package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Functions of texts under the names and with the habits of the classic extension {@code str}: places count from zero. */
@Component(service = FunctionLibrary.class)
public final class StrFunctions implements FunctionLibrary {

    /** The character at a place. */
    @Function(
            name = "str:charAt",
            description = "The character at a place counted from zero; null beyond the text.",
            examples = "str:charAt('WSO2', 1)")
    public static String charAt(String text, int place) {
        if (place < 0 || place >= TextFunctions.length(text)) {
            return null;
        }
        return Character.toString(text.codePointAt(text.offsetByCodePoints(0, place)));
    }

    /** How often a character is there. */
    @Function(
            name = "str:charFrequency",
            description = "How often a character, the first of the second text, stands in the text.",
            examples = "str:charFrequency('tomato', 'o')")
    public static int charFrequency(String text, String character) {
        if (character.isEmpty()) {
            return 0;
        }
        int wanted = character.codePointAt(0);
        return (int) text.codePoints().filter(found -> found == wanted).count();
    }

    /** All as one. */
    @Function(
            name = "str:concat",
            description = "The values one after another as one text; nulls are left out.",
            examples = "str:concat(code, '-', number)")
    public static String concat(Object... values) {
        StringBuilder all = new StringBuilder();
        for (Object value : values) {
            if (value != null) {
                all.append(ValueText.of(value));
            }
        }
        return all.toString();
    }

    /** Equality but for capitals. */
    @Function(
            name = {"equalsIgnoreCase", "str:equalsIgnoreCase"},
            description = "Whether two texts differ in capitals and small letters only.",
            examples = "equalsIgnoreCase(country, 'de')")
    public static boolean equalsIgnoreCase(String left, String right) {
        return left.equalsIgnoreCase(right);
    }

    /** The order of two texts. */
    @Function(
            name = {"strcmp", "str:strcmp"},
            description = "Below, at or above zero as the first text is before, at or after the second.",
            examples = "strcmp(name, 'm')")
    public static int strcmp(String left, String right) {
        return left.compareTo(right);
    }

    /** From a place to the end. */
    @Function(
            name = "str:substr",
            description = "The text from a place on, counted from zero.",
            examples = "str:substr('AbCDefghiJ KLMN', 4)")
    public static String substr(String text, int begin) {
        return TextFunctions.substring(text, begin + 1);
    }

    /** So many characters from a place. */
    @Function(
            name = "str:substr",
            description = "So many characters from a place on, counted from zero.",
            examples = "str:substr('AbCDefghiJ KLMN', 2, 4)")
    public static String substr(String text, int begin, int length) {
        return TextFunctions.substring(text, begin + 1, length);
    }

    /** Places filled by number. */
    @Function(
            name = {"fillTemplate", "str:fillTemplate"},
            description = "The text with {{1}} replaced by the first value behind it, {{2}} by the second, and so on.",
            examples = "fillTemplate('{{1}} of {{2}}', part, total)")
    public static String fillTemplate(String template, Object... values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
            int close = template.indexOf("}}", open);
            int number =
                    close < 0 ? 0 : number(template.substring(open + 2, close).strip());
            if (number < 1 || number > values.length) {
                filled.append(template, at, open + 2);
                at = open + 2;
            } else {
                filled.append(template, at, open).append(ValueText.of(values[number - 1]));
                at = close + 2;
            }
        }
        return filled.append(template.substring(at)).toString();
    }

    private static int number(String digits) {
        boolean isNumber =
                !digits.isEmpty() && digits.length() < 4 && digits.chars().allMatch(Character::isDigit);
        return isNumber ? Integer.parseInt(digits) : 0;
    }

    /** First letters in capitals. */
    @Function(
            name = {"initcap", "initCap"},
            description = "The text with each word's first letter in capitals and the others small.",
            examples = "initcap('jane DOE')")
    public static String initcap(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean isInside = false;
        for (int character : text.codePoints().toArray()) {
            boolean isLetter = Character.isLetterOrDigit(character);
            result.appendCodePoint(
                    isInside && isLetter ? Character.toLowerCase(character) : Character.toUpperCase(character));
            isInside = isLetter;
        }
        return result.toString();
    }

    /** Characters exchanged one by one. */
    @Function(
            name = "translate",
            description =
                    "The text with each character of the second text replaced by that at its place in the third, or left out.",
            examples = "translate(amount, '.,', ',.')")
    public static String translate(String text, String from, String to) {
        int[] sources = from.codePoints().toArray();
        int[] targets = to.codePoints().toArray();
        StringBuilder result = new StringBuilder(text.length());
        for (int character : text.codePoints().toArray()) {
            int place = placeOf(character, sources);
            if (place < 0) {
                result.appendCodePoint(character);
            } else if (place < targets.length) {
                result.appendCodePoint(targets[place]);
            }
        }
        return result.toString();
    }

    private static int placeOf(int character, int[] characters) {
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == character) {
                return i;
            }
        }
        return -1;
    }

    /** All that are there, with a separator between. */
    @Function(
            name = {"concatWs", "concat_ws"},
            description = "The values that are not null as one text, with the first text between them.",
            examples = "concatWs(', ', street, city)")
    public static String concatWs(String separator, Object... values) {
        List<String> present = new ArrayList<>();
        for (Object value : values) {
            if (value != null) {
                present.add(ValueText.of(value));
            }
        }
        return String.join(separator, present);
    }
}
