package eventflux.core.analyze.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.StreamDefinition;
import eventflux.api.query.definition.ColumnConstraint;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.node.Name;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.endpoint.AsyncSettings;
import eventflux.core.analyze.endpoint.CareSettings;
import eventflux.core.analyze.endpoint.EndpointAnalyzer;
import eventflux.core.analyze.endpoint.EndpointDraft;
import eventflux.core.analyze.endpoint.FailureSettings;
import eventflux.core.analyze.endpoint.StreamAnnotations;
import eventflux.core.analyze.endpoint.StreamDraft;
import eventflux.core.analyze.endpoint.StreamSettings;
import eventflux.core.analyze.endpoint.WatermarkSettings;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.Configured;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.analyze.setting.RawSetting.Layer;
import eventflux.core.analyze.setting.References;
import eventflux.core.resolved.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves definitions of streams: columns, how they are decoupled, sources and sinks. */
public final class StreamAnalyzer {

    private final boolean isAsync;
    private final Configured configured;
    private final References references;
    private final EndpointAnalyzer endpointAnalyzer;
    private final ProblemLog problems;
    private final List<Endpoint> sources = new ArrayList<>();
    private final List<Endpoint> sinks = new ArrayList<>();
    private final Map<String, SourcePosition> workers = new LinkedHashMap<>();

    /**
     * For the streams of one application.
     *
     * @param isAsync whether streams are decoupled from their senders unless they say otherwise
     * @param configured what the configuration says
     */
    public StreamAnalyzer(
            boolean isAsync, Configured configured, EndpointAnalyzer endpointAnalyzer, ProblemLog problems) {
        this.isAsync = isAsync;
        this.configured = configured;
        this.references = new References(configured, problems);
        this.endpointAnalyzer = endpointAnalyzer;
        this.problems = problems;
    }

    public List<Endpoint> sources() {
        return sources;
    }

    public List<Endpoint> sinks() {
        return sinks;
    }

    /** Where streams ask for several workers. */
    public Map<String, SourcePosition> workers() {
        return workers;
    }

    public void analyze(StreamDefinition definition, Streams streams, FailurePolicies policies, Watermarks watermarks) {
        StreamColumns columns = ColumnList.of(definition.name(), definition.columns(), problems);
        reportConstraints(definition);
        AsyncSettings async = new AsyncSettings(isAsync, problems);
        CareSettings care = CareSettings.none(columns.name(), "stream " + columns.name(), problems);
        WatermarkSettings watermark = new WatermarkSettings(columns, problems);
        StreamDraft draft = new StreamDraft(columns, async, care, watermark);
        StreamAnnotations annotations = new StreamAnnotations(draft, references, problems);
        definition.annotations().forEach(annotations::take);
        StreamSettings settings = new StreamSettings(columns.name(), problems);
        settings.take(settings(definition), draft);
        definition.watermark().ifPresent(watermark::take);
        streams.define(columns, async.options());
        async.severalWorkers().ifPresent(position -> workers.put(columns.name(), position));
        policies.take(columns, care.failures());
        for (EndpointDraft endpoint : endpoints(definition, settings, annotations, care)) {
            policies.take(columns, endpoint, care.failures());
            addEndpoint(endpoint, columns, care);
        }
        watermarks.take(columns, watermark);
        if (streams.isKnown(FailureSettings.FAULT + columns.name())) {
            reportErrorColumn(definition);
        }
    }

    private void reportErrorColumn(StreamDefinition definition) {
        definition.columns().stream()
                .filter(column -> column.name().text().equals(FailurePolicies.ERROR))
                .forEach(column -> problems.report(
                        AnalysisError.DUPLICATE_COLUMN, column.position(), "column", FailurePolicies.ERROR));
    }

    private void reportConstraints(StreamDefinition definition) {
        definition.primaryKey().stream()
                .map(Name::position)
                .findFirst()
                .ifPresent(position -> reportIdle("PRIMARY KEY", position));
        for (ColumnDefinition column : definition.columns()) {
            for (ColumnConstraint constraint : column.constraints()) {
                reportIdle(constraint.name().replace('_', ' '), column.position());
            }
        }
    }

    private void reportIdle(String constraint, SourcePosition position) {
        problems.report(AnalysisError.NO_EFFECT_YET, position, "construct", constraint + " of a stream");
    }

    /** What the configuration says, and above it what the text says. */
    private List<RawSetting> settings(StreamDefinition definition) {
        List<RawSetting> settings = new ArrayList<>(
                configured.ofStream(definition.name().text(), definition.name().position()));
        settings.addAll(RawSetting.written(definition.settings()));
        return references.resolve(settings, "extension");
    }

    private static List<EndpointDraft> endpoints(
            StreamDefinition definition, StreamSettings settings, StreamAnnotations annotations, CareSettings care) {
        List<EndpointDraft> endpoints = new ArrayList<>();
        Optional<EndpointDraft> declared = settings.endpoint(definition.name().position(), care);
        declared.ifPresent(endpoints::add);
        // What is said for all streams is taken by those that know it.
        List<RawSetting> general = settings.rest().stream()
                .filter(setting -> setting.layer() == Layer.APPLICATION)
                .toList();
        Set<RawSetting> left = new HashSet<>(declared.isPresent() ? List.of() : settings.rest());
        general.forEach(left::remove);
        for (EndpointDraft draft : annotations.endpoints()) {
            List<RawSetting> configured = left.isEmpty()
                    ? List.of()
                    : settings.rest().stream()
                            .filter(RawSetting::isConfigured)
                            .filter(setting -> setting.layer() != Layer.APPLICATION)
                            .filter(draft::isMeantBy)
                            .toList();
            endpoints.add(draft.above(configured).above(general));
            configured.forEach(left::remove);
        }
        settings.rest().stream().filter(left::contains).forEach(settings::reportUnknown);
        return endpoints;
    }

    private void addEndpoint(EndpointDraft draft, StreamColumns stream, CareSettings above) {
        long others = sources.stream()
                        .filter(other -> other.stream().equals(stream.name()))
                        .count()
                + sinks.stream()
                        .filter(other -> other.stream().equals(stream.name()))
                        .count();
        String name = others == 0 ? stream.name() : stream.name() + "#" + (others + 1);
        endpointAnalyzer
                .analyze(draft, stream, name, above)
                .ifPresent((draft.kind() == ExtensionKind.SOURCE ? sources : sinks)::add);
    }
}
