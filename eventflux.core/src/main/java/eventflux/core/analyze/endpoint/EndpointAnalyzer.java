package eventflux.core.analyze.endpoint;

import eventflux.api.config.Settings;
import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.analyze.setting.RawSetting.Layer;
import eventflux.core.analyze.setting.SettingsCheck;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ExtensionRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Resolves sources and sinks: the extension, the mapper, and which of the settings is meant for which of them. */
public final class EndpointAnalyzer {

    private final CatalogSnapshot extensions;
    private final ProblemLog problems;

    public EndpointAnalyzer(CatalogSnapshot extensions, ProblemLog problems) {
        this.extensions = extensions;
        this.problems = problems;
    }

    /** One extension of an endpoint and the check of its settings. */
    private record Part(ProvidedExtension extension, SettingsCheck check) {}

    /** The source or sink; empty when an extension is not there, which has been reported. */
    public Optional<Endpoint> analyze(EndpointDraft draft, StreamColumns stream, String name, CareSettings above) {
        Optional<Part> transport = part(draft.kind(), draft.extension(), stream);
        Optional<Part> mapper = draft.format().flatMap(format -> part(draft.mapperKind(), format, stream));
        boolean isComplete =
                transport.isPresent() && mapper.isPresent() == draft.format().isPresent();
        TransportMappings attributes = new TransportMappings();
        for (RawSetting setting : settings(draft, attributes)) {
            if (setting.layer() == Layer.APPLICATION && !draft.isMeantBy(setting)) {
                continue;
            }
            boolean isTaken =
                    transport.filter(part -> part.check().take(setting)).isPresent()
                            || mapper.filter(part -> part.check().take(setting)).isPresent();
            boolean isForOthers = setting.layer() == Layer.APPLICATION && isForOthers(setting, stream);
            if (!isTaken && !isForOthers && isComplete) {
                reportUnknown(setting, transport, mapper);
            }
        }
        mapperSettings(draft, attributes).forEach(setting -> mapper.ifPresent(part -> takeOwn(part, setting)));
        if (!isComplete) {
            return Optional.empty();
        }
        SourcePosition position = draft.position();
        Optional<Endpoint.Spread> spread = draft.spread().flatMap(several -> spread(draft, several, stream));
        if (draft.spread().isPresent() && spread.isEmpty()) {
            return Optional.empty();
        }
        Settings settings = spread.map(several -> several.destinations().get(0))
                .orElseGet(() -> transport.get().check().finish(position));
        Optional<Endpoint.Mapping> mapping = mapper.map(part ->
                new Endpoint.Mapping(part.extension().ref(), part.check().finish(position)));
        return Optional.of(new Endpoint(
                name,
                stream.name(),
                transport.get().extension().ref(),
                settings,
                mapping,
                byColumn(attributes, stream),
                care(draft, above),
                spread,
                position));
    }

    private static Endpoint.Care care(EndpointDraft draft, CareSettings above) {
        FailureSettings own = draft.care().failures();
        boolean isOwn = own != above.failures() && own.isGiven();
        ConnectionSettings connection =
                draft.care().connection().isGiven() ? draft.care().connection() : above.connection();
        return new Endpoint.Care(isOwn ? own.policy() : above.failures().ofEndpoints(), connection.policy());
    }

    /** The strategy and each destination's settings; empty when the strategy is not there, which has been reported. */
    private Optional<Endpoint.Spread> spread(EndpointDraft draft, SpreadDraft several, StreamColumns stream) {
        Optional<Part> strategy = part(ExtensionKind.DISTRIBUTION, several.strategy(), stream);
        if (strategy.isEmpty()) {
            return Optional.empty();
        }
        several.settings().forEach(setting -> takeOwn(strategy.get(), setting));
        List<Settings> destinations = several.destinations().stream()
                .map(own -> destination(draft, own, stream))
                .toList();
        return Optional.of(new Endpoint.Spread(
                strategy.get().extension().ref(), strategy.get().check().finish(draft.position()), destinations));
    }

    private Settings destination(EndpointDraft draft, List<RawSetting> own, StreamColumns stream) {
        Part part = part(draft.kind(), draft.extension(), stream).orElseThrow();
        draft.settings().forEach(part.check()::take);
        own.forEach(setting -> takeOwn(part, setting));
        return part.check().finish(draft.position());
    }

    /** Whether a setting for the whole application means the other side: a sink of the name instead of a source. */
    private boolean isForOthers(RawSetting setting, StreamColumns stream) {
        return Stream.of(
                        ExtensionKind.SOURCE,
                        ExtensionKind.SINK,
                        ExtensionKind.SOURCE_MAPPER,
                        ExtensionKind.SINK_MAPPER)
                .map(kind -> extensions.find(kind, setting.key().split("\\.", 2)[0]))
                .flatMap(Optional::stream)
                .anyMatch(other -> new SettingsCheck(other.descriptor(), stream, problems).knows(setting));
    }

    private static List<RawSetting> settings(EndpointDraft draft, TransportMappings attributes) {
        return draft.kind() == ExtensionKind.SOURCE ? attributes.takeFrom(draft.settings()) : draft.settings();
    }

    private static List<RawSetting> mapperSettings(EndpointDraft draft, TransportMappings attributes) {
        return draft.kind() == ExtensionKind.SOURCE
                ? attributes.takeFrom(draft.mapperSettings())
                : draft.mapperSettings();
    }

    private Map<String, String> byColumn(TransportMappings attributes, StreamColumns stream) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        attributes.byColumn().forEach((column, setting) -> {
            if (stream.schema().indexOf(column) < 0) {
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", stream.name(), "column", column),
                        setting.position(),
                        column,
                        stream.schema().names());
            } else {
                byColumn.put(column, TransportMappings.attribute(setting));
            }
        });
        return byColumn;
    }

    private Optional<Part> part(ExtensionKind kind, RawSetting name, StreamColumns stream) {
        Optional<ProvidedExtension> found = extensions.find(kind, name.text());
        if (found.isEmpty()) {
            problems.reportMissing(new ExtensionRef(kind, name.text()), name.position(), extensions.names(kind));
        }
        return found.map(extension -> new Part(extension, new SettingsCheck(extension.descriptor(), stream, problems)));
    }

    // What is meant for this part alone.
    private void takeOwn(Part mapper, RawSetting setting) {
        if (!mapper.check().take(setting)) {
            reportUnknown(setting, Optional.empty(), Optional.of(mapper));
        }
    }

    private void reportUnknown(RawSetting setting, Optional<Part> transport, Optional<Part> mapper) {
        List<String> names = new ArrayList<>(StreamSettings.KEYS);
        transport.ifPresent(part -> names.addAll(part.check().spellings()));
        mapper.ifPresent(part -> names.addAll(part.check().spellings()));
        String owner = transport
                .filter(part ->
                        mapper.filter(other -> other.check().hasPrefix(setting)).isEmpty())
                .or(() -> mapper)
                .map(part -> part.check().owner())
                .orElseThrow();
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", owner, "setting", setting.key()),
                setting.position(),
                setting.key(),
                names);
    }
}
