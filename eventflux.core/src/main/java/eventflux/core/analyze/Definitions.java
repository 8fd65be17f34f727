package eventflux.core.analyze;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.FunctionDefinition;
import eventflux.api.query.PartitionStatement;
import eventflux.api.query.QueryStatement;
import eventflux.api.query.StatementVisitor;
import eventflux.api.query.StreamDefinition;
import eventflux.api.query.TableDefinition;
import eventflux.api.query.TriggerDefinition;
import eventflux.api.query.WindowDefinition;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through the statements once: defines the streams and collects the queries. */
final class Definitions implements StatementVisitor<Void> {

    private final ProblemLog problems;
    private final StreamAnalyzer streamAnalyzer;
    private final Streams streams = new Streams();
    private final List<QueryDraft> queries = new ArrayList<>();
    private final Set<String> queryNames = new HashSet<>();
    private int queryCount;

    Definitions(StreamAnalyzer streamAnalyzer, ProblemLog problems) {
        this.streamAnalyzer = streamAnalyzer;
        this.problems = problems;
    }

    /** The streams. */
    Streams streams() {
        return streams;
    }

    /** The queries in the order of the text. */
    List<QueryDraft> queries() {
        return queries;
    }

    /** What feeds the streams. */
    List<Endpoint> sources() {
        return streamAnalyzer.sources();
    }

    /** What empties the streams. */
    List<Endpoint> sinks() {
        return streamAnalyzer.sinks();
    }

    @Override
    public Void visitStreamDefinition(StreamDefinition definition) {
        if (definition.query().isPresent()) {
            addFilled(definition);
        } else if (isFree(definition.name())) {
            streamAnalyzer.analyze(definition, streams);
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
        return withhold("a table", definition.name(), definition.position());
    }

    @Override
    public Void visitWindowDefinition(WindowDefinition definition) {
        return withhold("a named window", definition.name(), definition.position());
    }

    @Override
    public Void visitTriggerDefinition(TriggerDefinition definition) {
        return withhold("a trigger", definition.name(), definition.position());
    }

    @Override
    public Void visitFunctionDefinition(FunctionDefinition definition) {
        problems.reportUnsupported("a function by script", definition.position());
        return null;
    }

    @Override
    public Void visitAggregationDefinition(AggregationDefinition definition) {
        return withhold("an aggregation", definition.name(), definition.position());
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
        problems.reportUnsupported("a partition", statement.position());
        for (QueryStatement query : statement.queries()) {
            new QueryDraft(++queryCount, "", query.query(), query.dialect())
                    .target()
                    .ifPresent(streams::expect);
        }
        return null;
    }

    private void addQuery(QueryDraft draft) {
        if (!queryNames.add(draft.name())) {
            problems.report(AnalysisError.DUPLICATE_QUERY, draft.query().position(), "name", draft.name());
        }
        queries.add(draft);
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
