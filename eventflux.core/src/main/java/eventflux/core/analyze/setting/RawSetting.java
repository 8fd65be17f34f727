package eventflux.core.analyze.setting;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Setting;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A key and a text that nobody has checked yet.
 *
 * @param key as written
 * @param text the value as text; {@code true} for a key alone
 * @param position where it is written; for what the configuration says, the definition that it is about
 * @param layer how it stands to others of the same meaning
 * @param origin where it was said, for people
 */
public record RawSetting(String key, String text, SourcePosition position, Layer layer, String origin) {

    /** Where a setting was said; what comes later stands above what comes before. */
    public enum Layer {
        /** For all sources and sinks of applications. */
        APPLICATION,
        /** For those that refer to it by name. */
        REFERENCE,
        /** For streams of a name. */
        STREAM,
        /** For a stream of one application. */
        OWN_STREAM,
        /** In the text itself. */
        TEXT,
        /** In the text itself, for one of several destinations. */
        DESTINATION
    }

    /** Refuses missing parts. */
    public RawSetting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(layer, "layer");
    }

    /** One that stands in the text. */
    public static RawSetting of(String key, String text, SourcePosition position) {
        return new RawSetting(key, text, position, Layer.TEXT, "text " + position);
    }

    /** Whether it comes from the configuration, which lies below the text. */
    public boolean isConfigured() {
        return layer.compareTo(Layer.TEXT) < 0;
    }

    /**
     * Reports that its text is not what it should be.
     *
     * @param types what it should be
     */
    public void refuse(ProblemLog problems, String types) {
        problems.report(AnalysisError.WRONG_SETTING, position, "setting", key, "types", types, "value", text);
    }

    /** Its text as a whole number from 1 on; reports any other. */
    public OptionalInt wholeNumber(int largest, ProblemLog problems) {
        String digits = text.strip();
        long number = digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
        if (number < 1 || number > largest) {
            refuse(problems, "a whole number from 1 to " + largest);
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) number);
    }

    /** One that the author wrote with a key. */
    public static RawSetting written(Setting setting) {
        String text = setting.value().isEmpty() ? "true" : setting.text();
        return of(setting.key().orElseThrow().text(), text, setting.position());
    }

    /** All that have a key. */
    public static List<RawSetting> written(List<Setting> settings) {
        return settings.stream()
                .filter(setting -> setting.key().isPresent())
                .map(RawSetting::written)
                .toList();
    }

    /** The same for one of several destinations, above what is said for all. */
    public RawSetting above() {
        return new RawSetting(key, text, position, Layer.DESTINATION, origin);
    }

    /** The same under another key. */
    public RawSetting as(String otherKey) {
        return new RawSetting(otherKey, text, position, layer, origin);
    }
}
