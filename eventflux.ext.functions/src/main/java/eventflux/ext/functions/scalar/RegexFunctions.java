package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.function.Prepared;
import java.util.regex.Matcher;
import org.osgi.service.component.annotations.Component;

/** Functions with regular expressions as of {@link java.util.regex.Pattern}, each compiled once. */
@Component(service = FunctionLibrary.class)
public final class RegexFunctions implements FunctionLibrary {

    private static final String FIND = "Whether some part of the text matches the regular expression.";
    private static final String GROUP =
            "What a group of the regular expression holds where it first matches; null when there is none.";

    /** Whether the whole text matches. */
    @Function(
            name = "regex:matches",
            description = "Whether the whole text matches the regular expression.",
            examples = "regex:matches('[A-Z]{3}', code)")
    public static boolean matches(@Prepared RegexPattern pattern, String text) {
        return pattern.matcher(text).matches();
    }

    /** Whether the whole text matches. */
    @Function(
            name = {"regexp", "regexp_like", "str:regexp"},
            description = "Whether the whole text matches the regular expression behind it.",
            examples = "regexp(code, '[A-Z]{3}')")
    public static boolean regexp(String text, @Prepared RegexPattern pattern) {
        return pattern.matcher(text).matches();
    }

    /** Whether a part matches. */
    @Function(name = "regex:find", description = FIND, examples = "regex:find('[0-9]+', line)")
    public static boolean find(@Prepared RegexPattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    /** Whether a part from a place on matches. */
    @Function(name = "regex:find", description = FIND, examples = "regex:find('[0-9]+', line, 4)")
    public static boolean find(@Prepared RegexPattern pattern, String text, int start) {
        return start >= 0 && start <= text.length() && pattern.matcher(text).find(start);
    }

    /** Whether the beginning matches. */
    @Function(
            name = "regex:lookingAt",
            description = "Whether the text begins with a match of the regular expression.",
            examples = "regex:lookingAt('[0-9]+', line)")
    public static boolean lookingAt(@Prepared RegexPattern pattern, String text) {
        return pattern.matcher(text).lookingAt();
    }

    /** What a group holds. */
    @Function(name = "regex:group", description = GROUP, examples = "regex:group('v=([0-9]+)', line, 1)")
    public static String group(@Prepared RegexPattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return group >= 0 && group <= matcher.groupCount() && matcher.find() ? matcher.group(group) : null;
    }

    /** What a group holds, the text first. */
    @Function(
            name = {"regexpExtract", "regexp_extract"},
            description = GROUP,
            examples = "regexpExtract(line, 'v=([0-9]+)', 1)")
    public static String extract(String text, @Prepared RegexPattern pattern, int group) {
        return group(pattern, text, group);
    }

    /** All matches exchanged. */
    @Function(
            name = {"regexpReplace", "regexp_replace", "str:replaceAll"},
            description =
                    "The text with all matches of the regular expression replaced; $1 is what the first group held.",
            examples = "regexpReplace(line, '[0-9]+', '#')")
    public static String replaceAll(String text, @Prepared RegexPattern pattern, String replacement) {
        return pattern.matcher(text).replaceAll(replacement);
    }

    /** The first match exchanged. */
    @Function(
            name = "str:replaceFirst",
            description = "The text with the first match of the regular expression replaced.",
            examples = "str:replaceFirst(line, '[0-9]+', '#')")
    public static String replaceFirst(String text, @Prepared RegexPattern pattern, String replacement) {
        return pattern.matcher(text).replaceFirst(replacement);
    }

    /** A part between separators. */
    @Function(
            name = {"split", "str:split"},
            description =
                    "The part of the text with this number, counted from zero, between matches of the regular expression; "
                            + "null when there are fewer.",
            examples = "split('a,b,c', ',', 1)")
    public static String split(String text, @Prepared RegexPattern separator, int number) {
        String[] parts = separator.pattern().split(text, -1);
        return number >= 0 && number < parts.length ? parts[number] : null;
    }
}
