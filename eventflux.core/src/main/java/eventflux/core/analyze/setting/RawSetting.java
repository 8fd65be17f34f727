package eventflux.core.analyze.setting;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Setting;
import java.util.List;
import java.util.Objects;

/**
 * A key and a text that nobody has checked yet.
 *
 * @param key as written
 * @param text the value as text; {@code true} for a key alone
 * @param position where it is written; for what the configuration says, the definition that it is about
 * @param isConfigured whether it comes from the configuration, which lies below the text
 */
public record RawSetting(String key, String text, SourcePosition position, boolean isConfigured) {

    /** Refuses missing parts. */
    public RawSetting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(position, "position");
    }

    /** One that the author wrote with a key. */
    public static RawSetting written(Setting setting) {
        String text = setting.value().isEmpty() ? "true" : setting.text();
        return new RawSetting(setting.key().orElseThrow().text(), text, setting.position(), false);
    }

    /** All that have a key. */
    public static List<RawSetting> written(List<Setting> settings) {
        return settings.stream()
                .filter(setting -> setting.key().isPresent())
                .map(RawSetting::written)
                .toList();
    }

    /** The same under another key. */
    public RawSetting as(String otherKey) {
        return new RawSetting(otherKey, text, position, isConfigured);
    }
}
