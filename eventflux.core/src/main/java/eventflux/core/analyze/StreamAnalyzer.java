package eventflux.core.analyze;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.query.StreamDefinition;
import eventflux.api.query.definition.ColumnConstraint;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.node.Name;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.TypeNames;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.resolved.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Resolves definitions of streams: columns, how they are decoupled, sources and sinks. */
final class StreamAnalyzer {

    private final boolean isAsync;
    private final Map<String, String> configuration;
    private final EndpointAnalyzer endpointAnalyzer;
    private final ProblemLog problems;
    private final List<Endpoint> sources = new ArrayList<>();
    private final List<Endpoint> sinks = new ArrayList<>();

    /**
     * For the streams of one application.
     *
     * @param isAsync whether streams are decoupled from their senders unless they say otherwise
     * @param configuration settings by dotted name
     */
    StreamAnalyzer(
            boolean isAsync,
            Map<String, String> configuration,
            EndpointAnalyzer endpointAnalyzer,
            ProblemLog problems) {
        this.isAsync = isAsync;
        this.configuration = new TreeMap<>(configuration);
        this.endpointAnalyzer = endpointAnalyzer;
        this.problems = problems;
    }

    List<Endpoint> sources() {
        return sources;
    }

    List<Endpoint> sinks() {
        return sinks;
    }

    void analyze(StreamDefinition definition, Streams streams) {
        StreamColumns columns = columns(definition);
        reportUnsupported(definition);
        AsyncSettings async = new AsyncSettings(isAsync, problems);
        StreamAnnotations annotations = new StreamAnnotations(columns.schema(), async, problems);
        definition.annotations().forEach(annotations::take);
        StreamSettings settings = new StreamSettings(columns.name(), problems);
        settings.take(settings(definition), async);
        endpoints(definition, settings, annotations).forEach(draft -> addEndpoint(draft, columns));
        streams.define(columns, async.options());
    }

    private StreamColumns columns(StreamDefinition definition) {
        String name = definition.name().text();
        Map<String, DataType> types = new LinkedHashMap<>();
        Set<String> unresolved = new HashSet<>();
        for (ColumnDefinition column : definition.columns()) {
            Optional<DataType> type = TypeNames.find(column.type(), problems);
            if (type.isEmpty()) {
                unresolved.add(column.name().text());
            }
            if (type.filter(DataType.OBJECT::equals).isPresent()) {
                problems.reportUnsupported("an OBJECT column", column.type().position());
            }
            if (types.putIfAbsent(column.name().text(), type.orElse(DataType.OBJECT)) != null) {
                problems.report(AnalysisError.DUPLICATE_COLUMN, column.name().position(), "column", column.name());
            }
        }
        if (types.isEmpty()) {
            problems.report(AnalysisError.MISSING_COLUMNS, definition.name().position(), "name", name);
            return StreamColumns.unknown(name);
        }
        List<Column> columns = new ArrayList<>();
        types.forEach((column, type) -> columns.add(new Column(column, type)));
        return StreamColumns.of(name, new Schema(columns), unresolved);
    }

    private void reportUnsupported(StreamDefinition definition) {
        definition.watermark().ifPresent(found -> problems.reportUnsupported("WATERMARK", found.position()));
        definition.primaryKey().stream()
                .map(Name::position)
                .findFirst()
                .ifPresent(position -> problems.reportUnsupported("PRIMARY KEY of a stream", position));
        for (ColumnDefinition column : definition.columns()) {
            for (ColumnConstraint constraint : column.constraints()) {
                problems.reportUnsupported(constraint.name().replace('_', ' ') + " of a stream", column.position());
            }
        }
    }

    /** What the configuration says, and above it what the text says. */
    private List<RawSetting> settings(StreamDefinition definition) {
        String prefix = "streams." + definition.name() + ".";
        List<RawSetting> settings = new ArrayList<>();
        configuration.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                settings.add(new RawSetting(
                        key.substring(prefix.length()), value, definition.name().position(), true));
            }
        });
        settings.addAll(RawSetting.written(definition.settings()));
        return settings;
    }

    private static List<EndpointDraft> endpoints(
            StreamDefinition definition, StreamSettings settings, StreamAnnotations annotations) {
        List<EndpointDraft> endpoints = new ArrayList<>();
        Optional<EndpointDraft> declared = settings.endpoint(definition.name().position());
        declared.ifPresent(endpoints::add);
        Set<RawSetting> left = new HashSet<>(declared.isPresent() ? List.of() : settings.rest());
        for (EndpointDraft draft : annotations.endpoints()) {
            List<RawSetting> configured = left.isEmpty()
                    ? List.of()
                    : settings.rest().stream()
                            .filter(RawSetting::isConfigured)
                            .filter(draft::isMeantBy)
                            .toList();
            endpoints.add(draft.above(configured));
            configured.forEach(left::remove);
        }
        settings.rest().stream().filter(left::contains).forEach(settings::reportUnknown);
        return endpoints;
    }

    private void addEndpoint(EndpointDraft draft, StreamColumns stream) {
        long others = sources.stream()
                        .filter(other -> other.stream().equals(stream.name()))
                        .count()
                + sinks.stream()
                        .filter(other -> other.stream().equals(stream.name()))
                        .count();
        String name = others == 0 ? stream.name() : stream.name() + "#" + (others + 1);
        endpointAnalyzer
                .analyze(draft, stream, name)
                .ifPresent((draft.kind() == ExtensionKind.SOURCE ? sources : sinks)::add);
    }
}
