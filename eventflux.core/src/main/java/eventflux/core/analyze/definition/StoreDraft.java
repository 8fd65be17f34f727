package eventflux.core.analyze.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.core.analyze.setting.RawSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a definition says of where its rows are, before the analysis. */
public final class StoreDraft {

    private final String owner;
    private final List<String> keys;
    private final List<RawSetting> settings = new ArrayList<>();
    private Optional<Annotation> annotation = Optional.empty();

    /**
     * Nothing is said yet.
     *
     * @param owner what is defined, as messages call it
     * @param keys the settings that are its own
     */
    public StoreDraft(String owner, List<String> keys) {
        this.owner = owner;
        this.keys = List.copyOf(keys);
    }

    /** Takes {@code @Store(type='…', …)}. */
    public void take(Annotation store) {
        annotation = Optional.of(store);
        settings.addAll(RawSetting.written(store.elements()));
        store.nested().stream()
                .filter(CacheSettings::isCache)
                .flatMap(nested -> RawSetting.written(nested.elements()).stream())
                .map(CacheSettings::nested)
                .forEach(settings::add);
    }

    /** Takes a setting of {@code WITH}. */
    public void take(RawSetting setting) {
        settings.add(setting);
    }

    /** What is defined, as messages call it. */
    String owner() {
        return owner;
    }

    /** The settings that are its own. */
    List<String> keys() {
        return keys;
    }

    /** All settings, as they were written. */
    List<RawSetting> settings() {
        return settings;
    }

    /** The annotation, when there is one. */
    Optional<Annotation> annotation() {
        return annotation;
    }

    /** Where it is declared. */
    Optional<SourcePosition> position() {
        return annotation
                .map(Annotation::position)
                .or(() -> settings.stream().map(RawSetting::position).findFirst());
    }
}
