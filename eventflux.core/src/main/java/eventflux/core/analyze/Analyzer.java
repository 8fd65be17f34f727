package eventflux.core.analyze;

import eventflux.api.query.Application;
import eventflux.api.query.ParseResult;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Analyses applications. Keeps nothing between two calls and may be used by several threads. */
public final class Analyzer {

    private final CatalogSnapshot extensions;
    private final Map<String, String> configuration;

    /**
     * An analyser for the extensions of one moment.
     *
     * @param configuration settings by dotted name; {@code streams.<stream>.<key>} stands below what the text says
     */
    public Analyzer(CatalogSnapshot extensions, Map<String, String> configuration) {
        this.extensions = extensions;
        this.configuration = Map.copyOf(configuration);
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
                        analysis.missing());
    }

    /**
     * Analyses an application.
     *
     * @param defaultName the name when the text gives none
     */
    public Analysis analyze(Application application, String defaultName) {
        ProblemLog problems = new ProblemLog();
        AppAnnotations annotations = AppAnnotations.read(application.annotations(), defaultName, problems);
        StreamAnalyzer streams = new StreamAnalyzer(
                annotations.isAsync(), configuration, new EndpointAnalyzer(extensions, problems), problems);
        Definitions definitions = new Definitions(streams, problems);
        application.statements().forEach(statement -> statement.accept(definitions));
        Map<Integer, ResolvedQuery> queries = resolve(definitions, problems);
        Optional<ResolvedApp> app = problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new ResolvedApp(
                        annotations.name(),
                        annotations.time(),
                        definitions.streams().resolved(),
                        List.copyOf(queries.values()),
                        definitions.sources(),
                        definitions.sinks()));
        return new Analysis(annotations.name(), app, problems.sorted(), problems.missing());
    }

    private Map<Integer, ResolvedQuery> resolve(Definitions definitions, ProblemLog problems) {
        Streams streams = definitions.streams();
        List<QueryDraft> drafts = definitions.queries();
        QueryOrder order = new QueryOrder(drafts, streams);
        new QueryCycles(drafts, problems).report();
        order.streamsToCome().forEach(streams::expect);
        QueryAnalyzer analyzer = new QueryAnalyzer(streams, extensions, problems);
        Map<Integer, ResolvedQuery> resolved = new TreeMap<>();
        for (QueryDraft draft : order.sorted()) {
            analyzer.analyze(draft).ifPresent(query -> resolved.put(draft.number(), query));
        }
        return resolved;
    }
}
