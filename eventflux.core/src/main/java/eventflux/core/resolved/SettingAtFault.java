package eventflux.core.resolved;

import eventflux.api.config.Settings;
import eventflux.api.error.SourcePosition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The setting that an extension complains of: extensions throw sentences, which name the setting or say its value. The longest one counts, of
 * names before values.
 *
 * @param settings of the extension
 * @param declaration where it is declared
 */
public record SettingAtFault(Settings settings, SourcePosition declaration) {

    /** Where it stands in the text; where the extension is declared, when the sentence says nothing of a setting that stands there. */
    public SourcePosition position(String sentence) {
        return longest(setting -> has(sentence, setting.getKey()))
                .or(() -> longest(setting -> has(sentence, setting.getValue())))
                .orElse(declaration);
    }

    private Optional<SourcePosition> longest(Predicate<Map.Entry<String, String>> isMeant) {
        List<Map.Entry<String, String>> meant = settings.withPrefix("").entrySet().stream()
                .filter(setting -> settings.position(setting.getKey()).isPresent())
                .filter(isMeant)
                .toList();
        return meant.stream()
                .max(Comparator.comparingInt(setting -> setting.getKey().length()))
                .flatMap(setting -> settings.position(setting.getKey()));
    }

    // As a word of its own: "path" is not in "paths".
    private static boolean has(String sentence, String word) {
        String before = word.isEmpty() || !isOfWord(word.charAt(0)) ? "" : "(?<![\\w.])";
        String after = word.isEmpty() || !isOfWord(word.charAt(word.length() - 1)) ? "" : "(?!\\w)";
        return !word.isBlank()
                && Pattern.compile(before + Pattern.quote(word) + after)
                        .matcher(sentence)
                        .find();
    }

    private static boolean isOfWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_';
    }
}
