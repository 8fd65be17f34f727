package eventflux.core.analyze;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.FunctionDefinition;
import eventflux.api.query.PartitionStatement;
import eventflux.api.query.QueryStatement;
import eventflux.api.query.Statement;
import eventflux.api.query.StatementVisitor;
import eventflux.api.query.StreamDefinition;
import eventflux.api.query.TableDefinition;
import eventflux.api.query.TriggerDefinition;
import eventflux.api.query.WindowDefinition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.node.Name;
import eventflux.api.query.stream.StreamFunction;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.definition.FailurePolicies;
import eventflux.core.analyze.definition.NamedWindowAnalyzer;
import eventflux.core.analyze.definition.StoreAnalyzer;
import eventflux.core.analyze.definition.StreamAnalyzer;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.definition.TableAnalyzer;
import eventflux.core.analyze.definition.TriggerAnalyzer;
import eventflux.core.analyze.definition.Watermarks;
import eventflux.core.analyze.partition.PartitionAnnotations;
import eventflux.core.analyze.partition.PartitionDraft;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.query.InnerQueries;
import eventflux.core.analyze.query.QueryAnnotations;
import eventflux.core.analyze.query.QueryDraft;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.resolved.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through the statements once: defines the streams and collects the queries. */
final class Definitions implements StatementVisitor<Void> {

    private final ProblemLog problems;
    private final StreamAnalyzer streamAnalyzer;
    private final NamedWindowAnalyzer windowAnalyzer;
    private final StoreAnalyzer storeAnalyzer;
    private final Streams streams = new Streams();
    private final List<QueryDraft> queries = new ArrayList<>();
    private final List<PartitionDraft> partitions = new ArrayList<>();
    private final Map<Integer, AggregationDefinition> aggregations = new HashMap<>();
    private final Set<String> queryNames = new HashSet<>();
    private final FailurePolicies policies;
    private final Watermarks watermarks;
    private final CatalogSnapshot extensions;
    private int queryCount;
    private int draftCount;

    Definitions(
            StreamAnalyzer streamAnalyzer,
            NamedWindowAnalyzer windowAnalyzer,
            StoreAnalyzer storeAnalyzer,
            CatalogSnapshot extensions,
            ProblemLog problems) {
        this.extensions = extensions;
        this.streamAnalyzer = streamAnalyzer;
        this.windowAnalyzer = windowAnalyzer;
        this.storeAnalyzer = storeAnalyzer;
        this.problems = problems;
        this.policies = new FailurePolicies(streams, problems);
        this.watermarks = new Watermarks(streams, problems);
    }

    /** Reports what only shows when all statements have been seen. */
    void check(boolean isPlayback) {
        policies.check();
        watermarks.check(isPlayback);
    }

    /** The streams. */
    Streams streams() {
        return streams;
    }

    /** The queries in the order of the text, what feeds aggregations among them. */
    List<QueryDraft> queries() {
        return queries;
    }

    /** The definition that a draft stands for, if it feeds an aggregation. */
    Optional<AggregationDefinition> aggregation(QueryDraft draft) {
        return Optional.ofNullable(aggregations.get(draft.number()));
    }

    /** The partitions in the order of the text. */
    List<PartitionDraft> partitions() {
        return partitions;
    }

    /** Where streams ask for several workers. */
    Map<String, SourcePosition> workers() {
        return streamAnalyzer.workers();
    }

    /** What feeds the streams. */
    List<Endpoint> sources() {
        return streamAnalyzer.sources();
    }

    /** What empties the streams. */
    List<Endpoint> sinks() {
        return streamAnalyzer.sinks().stream().map(policies::withFallback).toList();
    }

    @Override
    public Void visitStreamDefinition(StreamDefinition definition) {
        if (definition.query().isPresent()) {
            addFilled(definition);
        } else if (isFree(definition.name())) {
            streamAnalyzer.analyze(definition, streams, policies, watermarks);
        }
        return null;
    }

    /** {@code CREATE STREAM x AS SELECT …} is a query that fills a stream without definition. */
    private void addFilled(StreamDefinition definition) {
        boolean isPlain = definition.columns().isEmpty()
                && definition.settings().isEmpty()
                && definition.watermark().isEmpty();
        if (!isPlain) {
            withhold("a stream with a query and more than its name", definition.name(), definition.position());
        } else if (isFree(definition.name())) {
            addQuery(QueryDraft.filling(definition, ++queryCount));
        }
    }

    @Override
    public Void visitTableDefinition(TableDefinition definition) {
        if (isFree(definition.name())) {
            new TableAnalyzer(streams.tables(), storeAnalyzer, problems).analyze(definition);
        }
        return null;
    }

    @Override
    public Void visitWindowDefinition(WindowDefinition definition) {
        reportAnnotations(definition);
        if (isFree(definition.name())) {
            windowAnalyzer.analyze(definition, streams);
        }
        return null;
    }

    // Sources and sinks stand before streams alone.
    private void reportAnnotations(Statement definition) {
        for (Annotation annotation : definition.annotations()) {
            problems.reportUnknownAnnotation("@", annotation, List.of());
        }
    }

    @Override
    public Void visitTriggerDefinition(TriggerDefinition definition) {
        reportAnnotations(definition);
        if (isFree(definition.name())) {
            new TriggerAnalyzer(streams, problems).analyze(definition);
        }
        return null;
    }

    @Override
    public Void visitFunctionDefinition(FunctionDefinition definition) {
        reportAnnotations(definition);
        return null; // read before the queries that call it
    }

    @Override
    public Void visitAggregationDefinition(AggregationDefinition definition) {
        if (isFree(definition.name())) {
            streams.aggregations().declare(definition.name().text());
            queries.addAll(apart(QueryDraft.feeding(definition)));
            aggregations.put(draftCount, definition);
        }
        return null;
    }

    @Override
    public Void visitQueryStatement(QueryStatement statement) {
        int number = ++queryCount;
        String name = QueryAnnotations.name(statement, "query_" + number, problems);
        addQuery(new QueryDraft(number, name, statement.query(), statement.dialect()));
        return null;
    }

    @Override
    public Void visitPartitionStatement(PartitionStatement statement) {
        int number = partitions.size() + 1;
        String partition = PartitionAnnotations.name(statement, "partition_" + number);
        int before = queries.size();
        int queryNumber = 0;
        for (QueryStatement query : statement.queries()) {
            String defaultName = partition + "_query_" + ++queryNumber;
            String name = QueryAnnotations.name(query, defaultName, problems);
            addQuery(new QueryDraft(++queryCount, name, query.query(), query.dialect(), partition));
        }
        List<String> names = queries.subList(before, queries.size()).stream()
                .map(QueryDraft::name)
                .toList();
        partitions.add(new PartitionDraft(partition, statement, names));
        return null;
    }

    private void addQuery(QueryDraft draft) {
        if (!queryNames.add(draft.name())) {
            problems.report(AnalysisError.DUPLICATE_QUERY, draft.query().position(), "name", draft.name());
        }
        queries.addAll(apart(draft));
    }

    private List<QueryDraft> apart(QueryDraft draft) {
        return InnerQueries.apart(draft, () -> ++draftCount, problems, this::isWindow);
    }

    private boolean isWindow(StreamFunction function) {
        String name = function.namespace().map(space -> space.text() + ":").orElse("") + function.name();
        return extensions.find(ExtensionKind.STREAM_FUNCTION, name).isEmpty()
                && extensions.find(ExtensionKind.WINDOW, name).isPresent();
    }

    private boolean isFree(Name name) {
        boolean isFree = !streams.isTaken(name.text());
        if (!isFree) {
            problems.report(AnalysisError.DUPLICATE_DEFINITION, name.position(), "name", name);
        }
        return isFree;
    }

    private Void withhold(String construct, Name name, SourcePosition position) {
        problems.reportUnsupported(construct, position);
        if (isFree(name)) {
            streams.withhold(name.text());
        }
        return null;
    }
}
