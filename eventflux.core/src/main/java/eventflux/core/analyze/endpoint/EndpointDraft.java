package eventflux.core.analyze.endpoint;

import eventflux.api.error.SourcePosition;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.setting.RawSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A source or sink before its analysis.
 *
 * @param kind source or sink
 * @param extension the name of the extension, with its place
 * @param format the name of the mapper, with its place
 * @param settings what may be meant for the extension or for the mapper
 * @param mapperSettings what is meant for the mapper alone
 * @param care what it says itself of failures and its connection
 * @param spread several destinations, if there are
 * @param position where it is declared
 */
public record EndpointDraft(
        ExtensionKind kind,
        RawSetting extension,
        Optional<RawSetting> format,
        List<RawSetting> settings,
        List<RawSetting> mapperSettings,
        CareSettings care,
        Optional<SpreadDraft> spread,
        SourcePosition position) {

    /** The format that is none: rows go as they are. */
    private static final String PASS_THROUGH = "passThrough";

    public EndpointDraft {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(position, "position");
        format = format.filter(name -> !name.text().equalsIgnoreCase(PASS_THROUGH));
        settings = List.copyOf(settings);
        mapperSettings = List.copyOf(mapperSettings);
    }

    /** The kind of its mapper. */
    ExtensionKind mapperKind() {
        return kind == ExtensionKind.SOURCE ? ExtensionKind.SOURCE_MAPPER : ExtensionKind.SINK_MAPPER;
    }

    /** Whether a key says by its prefix that it is meant for this one. */
    public boolean isMeantBy(RawSetting setting) {
        return hasPrefix(setting, extension.text())
                || format.filter(name -> hasPrefix(setting, name.text())).isPresent();
    }

    /** The same with settings from the configuration below its own. */
    public EndpointDraft above(List<RawSetting> configured) {
        List<RawSetting> all = new ArrayList<>(configured);
        all.addAll(settings);
        return new EndpointDraft(kind, extension, format, all, mapperSettings, care, spread, position);
    }

    private static boolean hasPrefix(RawSetting setting, String name) {
        return setting.key().regionMatches(true, 0, name + ".", 0, name.length() + 1);
    }
}
