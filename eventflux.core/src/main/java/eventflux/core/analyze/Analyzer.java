package eventflux.core.analyze;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.Application;
import eventflux.api.query.ParseResult;
import eventflux.api.query.QueryParser;
import eventflux.core.analyze.aggregation.AggregationAnalyzer;
import eventflux.core.analyze.aggregation.BucketStoreAnalyzer;
import eventflux.core.analyze.definition.NamedWindowAnalyzer;
import eventflux.core.analyze.definition.ScriptAnalyzer;
import eventflux.core.analyze.definition.StoreAnalyzer;
import eventflux.core.analyze.definition.StreamAnalyzer;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.endpoint.EndpointAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.partition.PartitionAnalyzer;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.query.QueryAnalyzer;
import eventflux.core.analyze.query.QueryDraft;
import eventflux.core.analyze.query.QueryOrder;
import eventflux.core.analyze.setting.Configured;
import eventflux.core.catalog.BundleRange;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.FunctionMethod;
import eventflux.core.resolved.Loops;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedScript;
import eventflux.core.resolved.ResolvedStream;
import eventflux.core.resolved.Sharding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Analyses applications. Keeps nothing between two calls and may be used by several threads. */
public final class Analyzer {

    private final CatalogSnapshot present;
    private final List<ConfiguredSetting> configuration;
    private final QueryParser parser;

    /**
     * An analyser for the extensions of one moment.
     *
     * @param configuration what stands below what the text says
     * @param parser reads expressions that stand in texts
     */
    public Analyzer(CatalogSnapshot present, List<ConfiguredSetting> configuration, QueryParser parser) {
        this.parser = parser;
        this.present = present;
        this.configuration = List.copyOf(configuration);
    }

    /**
     * Analyses what could be read of a text. Where the text has syntax errors, problems that may merely follow from them are
     * left out; the syntax errors themselves are not part of the answer.
     *
     * @param defaultName the name when the text gives none
     */
    public Analysis analyze(ParseResult parsed, String defaultName) {
        Analysis analysis = analyze(parsed.application(), defaultName);
        return parsed.isValid()
                ? analysis
                : new Analysis(
                        analysis.name(),
                        Optional.empty(),
                        new DamagedText(parsed).sure(analysis.problems()),
                        analysis.missing(),
                        analysis.requires());
    }

    /**
     * Analyses an application.
     *
     * @param defaultName the name when the text gives none
     */
    public Analysis analyze(Application application, String defaultName) {
        ProblemLog problems = new ProblemLog();
        if (application.statements().isEmpty()) {
            problems.report(AnalysisError.NO_STATEMENT, new SourcePosition(1, 1, 1));
        }
        List<BundleRange> requires = RequiredBundles.read(application.annotations(), problems);
        CatalogSnapshot extensions = present.admittedBy(requires);
        List<FunctionMethod> scripts = new ScriptAnalyzer(extensions, problems).analyze(application.statements());
        CatalogSnapshot known = extensions.with(scripts);
        AppAnnotations annotations = AppAnnotations.read(application.annotations(), defaultName, problems);
        Configured configured = new Configured(annotations.name(), configuration);
        StreamAnalyzer streams = new StreamAnalyzer(
                annotations.isAsync(), configured, new EndpointAnalyzer(extensions, problems), problems);
        StoreAnalyzer stores = new StoreAnalyzer(extensions, configured, problems);
        Definitions definitions = new Definitions(
                streams, new NamedWindowAnalyzer(known, problems, parser), stores, extensions, problems);
        application.statements().forEach(statement -> statement.accept(definitions));
        definitions.check(annotations.time().isPlayback());
        Map<Integer, ResolvedQuery> queries = resolve(
                definitions,
                new AggregationAnalyzer(
                        definitions.streams(),
                        known,
                        new BucketStoreAnalyzer(stores, configured, problems),
                        problems,
                        AppAnnotations.zone(application.annotations(), problems)),
                known,
                problems);
        List<ResolvedPartition> partitions = partitions(definitions, known, problems);
        Optional<ResolvedApp> resolved = problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new ResolvedApp(
                        annotations.name(),
                        annotations.time(),
                        annotations.loopLimit(),
                        scripts.stream()
                                .map(script -> new ResolvedScript(script.binding(), script.takes(), script.returns()))
                                .toList(),
                        definitions.streams().resolved(),
                        definitions.streams().tables().resolved(),
                        definitions.streams().aggregations().resolved(),
                        List.copyOf(queries.values()),
                        partitions,
                        annotations.isConnected() ? definitions.sources() : List.of(),
                        annotations.isConnected() ? definitions.sinks() : List.of()));
        resolved.ifPresent(found -> {
            reportEndlessLoops(found, definitions.queries(), problems);
            reportIdleWorkers(found, definitions.workers(), problems);
        });
        Optional<ResolvedApp> app = resolved.filter(found -> !problems.hasErrors());
        return new Analysis(annotations.name(), app, problems.sorted(), problems.missing(), requires);
    }

    private static void reportIdleWorkers(ResolvedApp app, Map<String, SourcePosition> workers, ProblemLog problems) {
        workers.forEach((stream, position) -> Sharding.obstacle(app, stream)
                .ifPresent(reason ->
                        problems.report(AnalysisError.IDLE_WORKERS, position, "stream", stream, "reason", reason)));
    }

    private static void reportEndlessLoops(ResolvedApp app, List<QueryDraft> drafts, ProblemLog problems) {
        Map<String, List<String>> endless = Loops.endless(app);
        drafts.stream()
                .filter(draft -> endless.containsKey(draft.name()))
                .forEach(draft -> problems.report(
                        AnalysisError.ENDLESS_LOOP,
                        draft.query().output().position(),
                        "path",
                        shown(endless.get(draft.name()))));
    }

    // As the author writes them; those that stand for queries inside of others have no name.
    private static String shown(List<String> streams) {
        return streams.stream()
                .filter(stream -> !stream.startsWith(ResolvedStream.GENERATED))
                .map(stream -> stream.substring(Math.max(0, stream.indexOf('#'))))
                .collect(Collectors.joining(" -> "));
    }

    private Map<Integer, ResolvedQuery> resolve(
            Definitions definitions, AggregationAnalyzer aggregations, CatalogSnapshot known, ProblemLog problems) {
        Streams streams = definitions.streams();
        List<QueryDraft> drafts = definitions.queries();
        QueryOrder order = new QueryOrder(drafts, streams);
        order.streamsToCome().forEach(streams::expect);
        Map<Integer, ResolvedQuery> resolved = new TreeMap<>();
        for (QueryDraft draft : order.sorted(problems)) {
            Optional<AggregationDefinition> aggregation = definitions.aggregation(draft);
            if (aggregation.isPresent()) {
                aggregations.analyze(aggregation.get(), draft);
                continue;
            }
            new QueryAnalyzer(streams.seenFrom(draft.partition()), known, problems, parser)
                    .analyze(draft)
                    .ifPresent(query -> resolved.put(draft.number(), query));
        }
        return resolved;
    }

    private List<ResolvedPartition> partitions(Definitions definitions, CatalogSnapshot known, ProblemLog problems) {
        Streams streams = definitions.streams();
        return definitions.partitions().stream()
                .map(draft -> new PartitionAnalyzer(
                                streams,
                                new ExpressionContext(
                                        draft.statement().header().dialect(), known, streams.tables(), problems))
                        .analyze(draft))
                .toList();
    }
}
