package eventflux.api.error;

import eventflux.api.config.ConfiguredSetting;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a text as it may be shown: passwords and their like are stars, as many as there were characters. */
final class SourceLine {

    /** A name, the sign between, a value in quotes. Nothing is tried twice, however long the line is. */
    private static final Pattern SETTING =
            Pattern.compile("(?<![\\w.\"'`-])([\\w.\"'`-]++)(\\s*+=\\s*+)('(?:[^']++|'')*+'?|\"[^\"]*+\"?)");

    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?<=://)([^/@\\s:'\"]+:)([^/@\\s'\"]+)(?=@)");

    private static final Pattern PARAMETER_OF_ADDRESS = Pattern.compile("(?<=[?&;])([\\w.-]++=)([^&;\\s'\"]++)");

    private SourceLine() {}

    static String shown(String line) {
        String settings = SETTING.matcher(line).replaceAll(SourceLine::setting);
        String parameters = PARAMETER_OF_ADDRESS.matcher(settings).replaceAll(SourceLine::parameter);
        return USER_IN_ADDRESS
                .matcher(parameters)
                .replaceAll(address -> quoted(address.group(1) + stars(address.group(2))));
    }

    private static String parameter(MatchResult parameter) {
        boolean isSecret = ConfiguredSetting.isSecret(parameter.group(1));
        return quoted(parameter.group(1) + (isSecret ? stars(parameter.group(2)) : parameter.group(2)));
    }

    private static String setting(MatchResult setting) {
        String value = setting.group(3);
        boolean isSecret = ConfiguredSetting.isSecret(setting.group(1));
        return quoted(setting.group(1) + setting.group(2) + (isSecret ? hidden(value) : value));
    }

    private static String hidden(String value) {
        boolean isClosed = value.length() > 1 && value.endsWith(value.substring(0, 1));
        int end = isClosed ? value.length() - 1 : value.length();
        return value.charAt(0) + stars(value.substring(1, end)) + value.substring(end);
    }

    private static String stars(String text) {
        return "*".repeat(text.length());
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
