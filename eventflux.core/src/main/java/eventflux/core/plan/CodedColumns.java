package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedPartition.StreamKey;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedStream;
import eventflux.core.resolved.ResolvedTable;
import eventflux.core.resolved.Truth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the text columns that are kept as codes of the symbol table: those that a query groups by, tells apart or aggregates,
 * those that are keys of partitions, and, since a code once made is cheaper to pass on than a text, the columns of
 * other streams that are plain copies of them. Of tables, those of keys and indexes, of
 * aggregations the keys of groups, and of streams those that tables are looked up by.
 */
final class CodedColumns {

    private final Map<String, BitSet> coded = new HashMap<>();
    private final Set<String> stored = new HashSet<>();
    private final ResolvedApp app;

    private CodedColumns(ResolvedApp app) {
        this.app = app;
    }

    static Map<String, BitSet> of(ResolvedApp app) {
        return new CodedColumns(app).choose();
    }

    private Map<String, BitSet> choose() {
        for (ResolvedStream stream : app.allStreams()) {
            coded.put(stream.name(), new BitSet());
        }
        for (ResolvedTable table : app.tables()) {
            if (table.store().isPresent()) {
                stored.add(table.name());
            }
            coded.put(table.name(), table.store().isPresent() ? new BitSet() : keys(table));
        }
        for (ResolvedAggregation aggregation : app.aggregations()) {
            coded.put(aggregation.name(), keys(aggregation));
        }
        for (ResolvedQuery query : app.readers()) {
            TableUses.testsOfRows(query)
                    .forEach(test -> keysOf(test.condition(), coded.get(test.table())).stream()
                            .forEach(column -> mark(column, query.input())));
            query.selection().groupBy().forEach(key -> markText(key, query.input()));
            if (query.output().shape().distinct()
                    && query.selection().aggregates().isEmpty()) {
                query.selection().columns().forEach(column -> markText(column.value(), query.input()));
            }
            query.selection().aggregates().forEach(call -> markArguments(call, query.input()));
            if (query.input() instanceof ResolvedInput.OfPattern read) {
                markPattern(read.pattern());
                read.keys().ifPresent(keys -> keys.keys().forEach(this::markText));
            } else if (query.input() instanceof ResolvedInput.OfMatch read) {
                read.keys().ifPresent(keys -> keys.keys().forEach(this::markText));
            } else if (query.input() instanceof ResolvedJoin join) {
                markKeys(join);
            }
            markConditions(query.input());
        }
        app.partitions().forEach(partition -> partition.keys().forEach(this::markText));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ResolvedQuery query : app.queries()) {
                changed |= passOn(query);
            }
        }
        return coded;
    }

    // Texts of an event that a condition compares with captured ones.
    private void markPattern(ResolvedPattern pattern) {
        for (ResolvedPattern.Leaf leaf : pattern.leaves().toList()) {
            leaf.condition().map(TableUses::tests).orElse(List.of()).forEach(test -> markAsking(test, leaf, pattern));
            for (PatternKeys.Pair pair : PatternKeys.of(leaf.condition())) {
                boolean isText = pair.match().type() == DataType.STRING;
                if (isText && pair.event() instanceof Expr.ColumnRef column) {
                    coded.get(leaf.stream()).set(column.column());
                    pattern.origin(pair.match().column())
                            .ifPresent(origin -> coded.get(origin.stream()).set(origin.column()));
                }
            }
        }
    }

    private void markAsking(Truth.InTable test, ResolvedPattern.Leaf leaf, ResolvedPattern pattern) {
        keysOf(test.condition(), coded.get(test.table())).stream()
                .mapToObj(test.asking()::get)
                .filter(Expr.ColumnRef.class::isInstance)
                .map(Expr.ColumnRef.class::cast)
                .forEach(column -> {
                    if (column.input() == 0) {
                        coded.get(leaf.stream()).set(column.column());
                    } else {
                        pattern.origin(column.column()).ifPresent(this::mark);
                    }
                });
    }

    // Both sides of an equality are coded, so that codes can be compared.
    private void markKeys(ResolvedJoin join) {
        for (int step = 0; step < join.steps().size(); step++) {
            JoinKey key = JoinKey.of(join.steps().get(step).condition());
            for (int i = 0; i < key.left().size(); i++) {
                mark(join, step, key.left().get(i), 0);
                mark(join, step, key.right().get(i), 1);
            }
        }
    }

    private void mark(ResolvedJoin join, int step, Expr key, int input) {
        if (key instanceof Expr.ColumnRef column && column.type() == DataType.STRING) {
            join.origin(step, new Expr.ColumnRef(input, column.column(), column.type(), column.name()))
                    .ifPresent(this::mark);
        }
    }

    private void markConditions(ResolvedInput input) {
        for (ResolvedQuery.Handler handler : input.handlers()) {
            if (handler instanceof ResolvedQuery.WindowCall window) {
                window.conditions()
                        .values()
                        .forEach(condition -> condition.aggregates().forEach(call -> markArguments(call, input)));
            }
        }
    }

    private void markArguments(ResolvedQuery.AggregateCall call, ResolvedInput input) {
        call.arguments().forEach(argument -> markText(argument, input));
    }

    private void markText(Expr key, ResolvedInput input) {
        if (key instanceof Expr.ColumnRef column && column.type() == DataType.STRING) {
            mark(column.column(), input);
        }
    }

    private void mark(int column, ResolvedInput input) {
        input.origin(column).ifPresent(this::mark);
    }

    // What comes from a store are texts.
    private void mark(ResolvedInput.Origin origin) {
        if (!stored.contains(origin.stream())) {
            coded.get(origin.stream()).set(origin.column());
        }
    }

    private static BitSet keys(ResolvedTable table) {
        BitSet keys = new BitSet();
        Stream.concat(table.primaryKey().stream(), table.indexed().stream().flatMap(List::stream))
                .filter(column -> table.schema().column(column).type() == DataType.STRING)
                .forEach(keys::set);
        return keys;
    }

    private static BitSet keys(ResolvedAggregation aggregation) {
        BitSet keys = new BitSet();
        for (int column = 0; column < aggregation.columns().size(); column++) {
            boolean isText = aggregation.schema().column(column).type() == DataType.STRING;
            keys.set(column, isText && aggregation.key(column).isPresent());
        }
        return keys;
    }

    /** The columns of input 0 that a condition on a table compares with coded columns of the table. */
    static BitSet keysOf(Expr condition, BitSet codedOfTable) {
        BitSet columns = new BitSet();
        if (condition instanceof Truth.Comparison comparison) {
            addKey(comparison.left(), comparison.right(), codedOfTable, columns);
            addKey(comparison.right(), comparison.left(), codedOfTable, columns);
        }
        condition.children().forEach(child -> columns.or(keysOf(child, codedOfTable)));
        return columns;
    }

    private static void addKey(Expr ofTable, Expr other, BitSet codedOfTable, BitSet columns) {
        boolean isKey = ofTable instanceof Expr.ColumnRef key
                && key.input() == Truth.InTable.TABLE_ROW
                && codedOfTable.get(key.column());
        if (isKey && other instanceof Expr.ColumnRef column && column.input() == 0) {
            columns.set(column.column());
        }
    }

    private void markText(StreamKey key) {
        if (key instanceof ByValue value) {
            for (Expr part : value.values()) {
                if (part instanceof Expr.ColumnRef column && column.type() == DataType.STRING) {
                    coded.get(key.stream()).set(column.column());
                }
            }
        }
    }

    private boolean isCoded(ResolvedInput input, int column) {
        return input.origin(column)
                .filter(origin -> coded.get(origin.stream()).get(origin.column()))
                .isPresent();
    }

    private boolean passOn(ResolvedQuery query) {
        if (query.output().target().isEmpty()) {
            return false;
        }
        BitSet to = coded.get(query.output().target().get());
        int before = to.cardinality();
        List<ResolvedQuery.OutputColumn> columns = query.selection().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).value() instanceof Expr.ColumnRef column && isCoded(query.input(), column.column())) {
                to.set(i);
            }
        }
        return to.cardinality() > before;
    }
}
