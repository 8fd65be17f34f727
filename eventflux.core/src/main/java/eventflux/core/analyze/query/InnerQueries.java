package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.input.Input;
import eventflux.api.query.input.Join;
import eventflux.api.query.input.JoinInput;
import eventflux.api.query.input.MatchRecognizeInput;
import eventflux.api.query.input.PatternInput;
import eventflux.api.query.input.QueryInput;
import eventflux.api.query.input.StoreInput;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.OutputAction;
import eventflux.api.query.output.ReturnRows;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.select.AllColumns;
import eventflux.api.query.select.CommonTable;
import eventflux.api.query.select.Grouping;
import eventflux.api.query.select.Ordering;
import eventflux.api.query.select.Query;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectClause;
import eventflux.api.query.select.SelectExpression;
import eventflux.api.query.select.SelectExpressionVisitor;
import eventflux.api.query.select.SetQuantifier;
import eventflux.api.query.select.Union;
import eventflux.api.query.stream.StreamFunction;
import eventflux.api.query.stream.StreamHandler;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ResolvedStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * Turns queries inside a query (in FROM, of a union, named by WITH, stream functions of a pattern) into queries of their own, which
 * fill streams that nobody else can name.
 */
public final class InnerQueries {

    private final QueryDraft outer;
    private final IntSupplier numbers;
    private final ProblemLog problems;
    private final Predicate<StreamFunction> isWindow;
    private final List<QueryDraft> drafts = new ArrayList<>();
    private int streams;
    private int queries;

    private InnerQueries(
            QueryDraft outer, IntSupplier numbers, ProblemLog problems, Predicate<StreamFunction> isWindow) {
        this.isWindow = isWindow;
        this.outer = outer;
        this.numbers = numbers;
        this.problems = problems;
    }

    /**
     * The queries that one stands for, those inside first; their numbers are drawn in this order.
     *
     * @param isWindow whether what is written like a stream function is a window
     */
    public static List<QueryDraft> apart(
            QueryDraft draft, IntSupplier numbers, ProblemLog problems, Predicate<StreamFunction> isWindow) {
        InnerQueries inner = new InnerQueries(draft, numbers, problems, isWindow);
        Query query = inner.plain(draft.query(), Map.of());
        inner.drafts.add(new QueryDraft(numbers.getAsInt(), draft.name(), query, draft.dialect(), draft.partition()));
        return inner.drafts;
    }

    // The tables map names that WITH gives to the streams that stand for them.
    private Query plain(Query query, Map<String, String> tables) {
        Map<String, String> visible = new HashMap<>(tables);
        for (CommonTable table : query.commonTables()) {
            String stream = newStream();
            fill(stream, table.query(), table.columns(), visible);
            visible.put(table.name().text(), stream);
        }
        SelectExpression body = query.body().accept(new Bodies(visible));
        return new Query(List.of(), body, query.rate(), query.output(), query.position());
    }

    private String newStream() {
        streams++;
        return ResolvedStream.GENERATED + outer.name() + "/" + streams;
    }

    // The query itself is the last that this adds.
    private void fill(String stream, Query query, List<Name> columns, Map<String, String> tables) {
        Query plain = plain(query, tables);
        queries++;
        StreamName target = new StreamName(scope(), stream, query.position());
        InsertInto insert = new InsertInto(events(query.output()), target, columns, query.position());
        drafts.add(new QueryDraft(
                numbers.getAsInt(),
                ResolvedStream.GENERATED + outer.name() + "/query_" + queries,
                new Query(List.of(), plain.body(), plain.rate(), insert, plain.position()),
                outer.dialect(),
                outer.partition()));
    }

    // What a query of a partition reads from one inside it belongs to the key at hand.
    private StreamScope scope() {
        return outer.partition().isEmpty() ? StreamScope.PLAIN : StreamScope.INNER;
    }

    private EventSelection events(OutputAction output) {
        if (output instanceof ReturnRows rows) {
            return rows.events();
        }
        if (!(output instanceof UnnamedOutput)) {
            problems.reportUnsupported("a query inside another that has an output of its own", output.position());
        }
        return EventSelection.CURRENT;
    }

    private Input plain(Input input, Map<String, String> tables) {
        if (input instanceof QueryInput query) {
            String stream = newStream();
            fill(stream, query.query(), List.of(), tables);
            return reading(stream, query.alias(), query.handlers(), query.position());
        }
        if (input instanceof StoreInput store && store.isPlain()) {
            return plain(new StreamInput(store.store(), store.alias(), List.of(), store.position()), tables);
        }
        if (input instanceof StreamInput read
                && read.stream().scope() == StreamScope.PLAIN
                && tables.containsKey(read.stream().text())) {
            Name own = new Name(read.stream().text(), read.stream().position());
            Optional<Name> alias = read.alias().or(() -> Optional.of(own));
            return reading(tables.get(own.text()), alias, read.handlers(), read.position());
        }
        if (input instanceof JoinInput join) {
            List<Join> joins =
                    join.joins().stream().map(one -> plain(one, tables)).toList();
            return new JoinInput(plain(join.first(), tables), joins, join.position());
        }
        if (input instanceof PatternInput pattern) {
            return new PatternFunctions(this::derived, isWindow).apart(pattern, problems);
        }
        if (input instanceof MatchRecognizeInput match) {
            return new MatchRecognizeInput(
                    plain(match.source(), tables),
                    match.partitionBy(),
                    match.orderBy(),
                    match.measures(),
                    match.clauses(),
                    match.alias(),
                    match.position());
        }
        return input;
    }

    // What handlers make of a stream, as a stream of its own.
    private StreamName derived(StreamName read, List<StreamHandler> handlers) {
        String stream = newStream();
        Input input = new StreamInput(read, Optional.empty(), handlers, read.position());
        AllColumns all = new AllColumns(Optional.empty(), read.position());
        Select select = new Select(
                new SelectClause(SetQuantifier.ALL, List.of(all), read.position()),
                Optional.of(input),
                Optional.empty(),
                Grouping.none(),
                Ordering.none(),
                read.position());
        UnnamedOutput output = new UnnamedOutput(read.position());
        fill(stream, new Query(List.of(), select, Optional.empty(), output, read.position()), List.of(), Map.of());
        return new StreamName(scope(), stream, read.position());
    }

    private Join plain(Join join, Map<String, String> tables) {
        return new Join(
                join.kind(),
                join.trigger(),
                plain(join.right(), tables),
                join.condition(),
                join.within(),
                join.per(),
                join.position());
    }

    private Input reading(String stream, Optional<Name> alias, List<StreamHandler> handlers, SourcePosition position) {
        return new StreamInput(new StreamName(scope(), stream, position), alias, handlers, position);
    }

    /** Takes queries out of what is selected. */
    private final class Bodies implements SelectExpressionVisitor<SelectExpression> {

        private final Map<String, String> tables;

        Bodies(Map<String, String> tables) {
            this.tables = tables;
        }

        @Override
        public SelectExpression visitSelect(Select select) {
            return new Select(
                    select.clause(),
                    select.from().map(input -> plain(input, tables)),
                    select.where(),
                    select.grouping(),
                    select.ordering(),
                    select.position());
        }

        @Override
        public SelectExpression visitUnion(Union union) {
            String stream = newStream();
            List<Integer> places = new ArrayList<>();
            for (SelectExpression branch : union.branches()) {
                UnnamedOutput output = new UnnamedOutput(branch.position());
                Query query = new Query(List.of(), branch, Optional.empty(), output, branch.position());
                fill(stream, query, List.of(), tables);
                places.add(drafts.size() - 1);
            }
            List<Query> beside = places.stream()
                    .skip(1)
                    .map(place -> drafts.get(place).query())
                    .toList();
            drafts.set(places.get(0), drafts.get(places.get(0)).beside(beside));
            AllColumns all = new AllColumns(Optional.empty(), union.position());
            return new Select(
                    new SelectClause(union.quantifier(), List.of(all), union.position()),
                    Optional.of(reading(stream, Optional.empty(), List.of(), union.position())),
                    Optional.empty(),
                    Grouping.none(),
                    union.ordering(),
                    union.position());
        }
    }
}
