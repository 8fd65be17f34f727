package eventflux.api.config;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting of the engine and where it comes from.
 *
 * @param key its dotted name, such as {@code streams.Readings.kafka.topic}
 * @param value its text, which may be a secret: print {@link #shown} instead
 * @param origin who said so: a file, a variable of the environment, an option of the command line
 */
public record ConfiguredSetting(String key, String value, String origin) {

    private static final Pattern SECRET = Pattern.compile(
            "password|passwd|passphrase|secret|token|credential|api[._-]?key|access[._-]?key|private[._-]?key|jaas|"
                    + "authorization|auth[._-]?header");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?<=://)([^/@\\s:]+):[^/@\\s]+@");

    private static final Pattern PARAMETER_OF_ADDRESS = Pattern.compile("(?<=[?&;])([\\w.-]++=)([^&;\\s'\"]++)");

    private static final String HIDDEN = "******";

    /** Refuses missing parts. */
    public ConfiguredSetting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }

    /** Whether the name says that the value is nobody's business. */
    public static boolean isSecret(String key) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
    }

    /** A value as it may be shown: secrets are hidden, and so are a password and secret parameters inside an address. */
    public static String shown(String key, String value) {
        if (isSecret(key)) {
            return HIDDEN;
        }
        String withoutUser = USER_IN_ADDRESS.matcher(value).replaceAll("$1:" + HIDDEN + "@");
        return PARAMETER_OF_ADDRESS
                .matcher(withoutUser)
                .replaceAll(found ->
                        Matcher.quoteReplacement(isSecret(found.group(1)) ? found.group(1) + HIDDEN : found.group()));
    }

    /** The value as it may be shown. */
    public String shown() {
        return shown(key, value);
    }

    @Override
    public String toString() {
        return key + " = " + shown() + " (" + origin + ")";
    }
}
