package eventflux.launcher.configuration;

import eventflux.launcher.LauncherError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code ${NAME}} and {@code ${NAME:default}} (or {@code ${NAME:-default}}) in from the command line, the properties of the
 * virtual machine and the environment; {@code ${file:/run/secrets/x}} from a file, without the line's end. {@code $${} stands for
 * itself.
 */
final class VariableText {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\$)?\\{\\s*(file:)?([^}:]+?)\\s*(?::-?([^}]*))?}");

    private final Map<String, String> set;
    private final Map<String, String> environment;

    VariableText(Map<String, String> set, Map<String, String> environment) {
        this.set = set;
        this.environment = environment;
    }

    /**
     * The text with values.
     *
     * @param file where it stands, for the error
     * @param key the setting that it belongs to
     */
    String fill(String text, Path file, String key) {
        if (!text.contains("${")) {
            return text;
        }
        Matcher variable = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            variable.appendReplacement(filled, Matcher.quoteReplacement(value(variable, file, key)));
        }
        variable.appendTail(filled);
        return filled.toString();
    }

    private String value(Matcher variable, Path file, String key) {
        if (variable.group(1) != null) {
            return variable.group().substring(1);
        }
        String name = variable.group(3);
        Optional<String> value = variable.group(2) == null ? value(name) : Optional.of(content(Path.of(name)));
        return value.or(() -> Optional.ofNullable(variable.group(4)))
                .orElseThrow(() -> LauncherError.UNKNOWN_VARIABLE.exception("file", file, "key", key, "name", name));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(set.get(name))
                .or(() -> Optional.ofNullable(System.getProperty(name)))
                .or(() -> Optional.ofNullable(environment.get(name)));
    }

    private static String content(Path secret) {
        try {
            return Files.readString(secret).stripTrailing();
        } catch (IOException unreadable) {
            throw LauncherError.FILE_NOT_READABLE.because(
                    unreadable, "file", secret, "reason", unreadable.getClass().getSimpleName());
        }
    }
}
