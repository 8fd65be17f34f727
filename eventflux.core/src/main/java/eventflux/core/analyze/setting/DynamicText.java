package eventflux.core.analyze.setting;

import eventflux.api.event.Schema;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text with {@code {{name}}} in it. */
final class DynamicText {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");

    private final List<String> names;

    DynamicText(String text) {
        names = PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    boolean isDynamic() {
        return !names.isEmpty();
    }

    /** The names that are no columns. */
    List<String> unknown(Schema schema) {
        return names.stream().filter(name -> schema.indexOf(name) < 0).toList();
    }

    /** Whether a column is among the names. */
    boolean dependsOn(Schema schema) {
        return names.stream().anyMatch(name -> schema.indexOf(name) >= 0);
    }
}
