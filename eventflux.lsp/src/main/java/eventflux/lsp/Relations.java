package eventflux.lsp;

import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.Application;
import eventflux.api.query.FunctionDefinition;
import eventflux.api.query.PartitionStatement;
import eventflux.api.query.QueryStatement;
import eventflux.api.query.StatementVisitor;
import eventflux.api.query.StreamDefinition;
import eventflux.api.query.TableDefinition;
import eventflux.api.query.TriggerDefinition;
import eventflux.api.query.WindowDefinition;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.select.AllColumns;
import eventflux.api.query.select.Query;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectExpression;
import eventflux.api.query.select.SelectItemVisitor;
import eventflux.api.query.select.Union;
import eventflux.api.query.select.ValueItem;
import eventflux.lsp.Relation.Column;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The relations of a text by name: those it defines, and those its queries write to. */
final class Relations implements StatementVisitor<Void> {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Map<String, Relation> byName = new LinkedHashMap<>();

    private Relations() {}

    static Relations of(Application application) {
        Relations relations = new Relations();
        application.statements().forEach(statement -> statement.accept(relations));
        return relations;
    }

    Collection<Relation> all() {
        return byName.values();
    }

    Optional<Relation> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Those whose names occur in a piece of text. */
    List<Relation> namedIn(String piece) {
        Set<String> words =
                WORD.matcher(piece).results().map(MatchResult::group).collect(Collectors.toSet());
        return byName.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Void define(String kind, String name, List<Column> columns) {
        byName.put(name, new Relation(kind, name, columns, true));
        return null;
    }

    private static List<Column> columns(List<ColumnDefinition> definitions) {
        return definitions.stream()
                .map(column -> new Column(
                        column.name().text(), Optional.of(column.type().text())))
                .toList();
    }

    @Override
    public Void visitStreamDefinition(StreamDefinition stream) {
        List<Column> columns = stream.columns().isEmpty()
                ? stream.query().map(query -> columns(query.body())).orElse(List.of())
                : columns(stream.columns());
        return define("stream", stream.name().text(), columns);
    }

    @Override
    public Void visitTableDefinition(TableDefinition table) {
        return define("table", table.name().text(), columns(table.columns()));
    }

    @Override
    public Void visitWindowDefinition(WindowDefinition window) {
        return define("window", window.name().text(), columns(window.columns()));
    }

    @Override
    public Void visitTriggerDefinition(TriggerDefinition trigger) {
        Column time = new Column("triggered_time", Optional.of("LONG"));
        return define("trigger", trigger.name().text(), List.of(time));
    }

    @Override
    public Void visitFunctionDefinition(FunctionDefinition function) {
        return null;
    }

    @Override
    public Void visitAggregationDefinition(AggregationDefinition aggregation) {
        return define("aggregation", aggregation.name().text(), columns(aggregation.select()));
    }

    @Override
    public Void visitPartitionStatement(PartitionStatement partition) {
        partition.queries().forEach(this::visitQueryStatement);
        return null;
    }

    @Override
    public Void visitQueryStatement(QueryStatement statement) {
        Query query = statement.query();
        if (query.output() instanceof InsertInto insert) {
            String name = insert.target().text();
            List<Column> columns = insert.columns().isEmpty()
                    ? columns(query.body())
                    : insert.columns().stream().map(Column::untyped).toList();
            byName.putIfAbsent(name, new Relation("stream", name, columns, false));
        }
        return null;
    }

    /** The names that a query gives; where it takes all columns of an input, that is left to the engine. */
    private static List<Column> columns(SelectExpression body) {
        if (body instanceof Union union) {
            return union.branches().isEmpty()
                    ? List.of()
                    : columns(union.branches().get(0));
        }
        return ((Select) body)
                .clause().items().stream()
                        .flatMap(item -> item.accept(ResultName.OF_ITEM).stream())
                        .toList();
    }

    /** The column that an item of a select clause gives, when it says so itself. */
    private enum ResultName implements SelectItemVisitor<Optional<Column>> {
        OF_ITEM;

        @Override
        public Optional<Column> visitAllColumns(AllColumns allColumns) {
            return Optional.empty();
        }

        @Override
        public Optional<Column> visitValueItem(ValueItem item) {
            if (item.value() instanceof ColumnReference reference
                    && item.alias().isEmpty()) {
                return Optional.of(Column.untyped(reference.column()));
            }
            return item.alias().map(Column::untyped);
        }
    }
}
