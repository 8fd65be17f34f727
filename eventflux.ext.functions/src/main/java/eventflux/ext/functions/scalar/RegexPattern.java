package eventflux.ext.functions.scalar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression that was compiled. */
public final class RegexPattern {

    private final Pattern pattern;

    /** Compiles one, as of {@link Pattern}. */
    public RegexPattern(String text) {
        try {
            pattern = Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw FunctionError.BAD_REGEX.with("pattern", text, "reason", e.getDescription());
        }
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    Pattern pattern() {
        return pattern;
    }
}
