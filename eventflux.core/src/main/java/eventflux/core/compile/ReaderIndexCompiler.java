package eventflux.core.compile;

import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.index.ColumnIndex;
import eventflux.core.operator.index.IndexedReaders;
import eventflux.core.operator.index.IntervalIndex;
import eventflux.core.operator.index.IntervalIndex.Interval;
import eventflux.core.operator.index.TextIndex;
import eventflux.core.operator.index.TextIndex.Wanted;
import eventflux.core.plan.ColumnValues;
import eventflux.core.plan.ColumnValues.Bound;
import eventflux.core.plan.ReaderIndex;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the indexes of readers, and lets readers in: into their index, or among the other readers of the stream. The readers of an
 * index get rows one by one and take turns, so they share what they need for a row: the few of thousands that a row concerns find it
 * in the caches.
 */
final class ReaderIndexCompiler {

    private final SymbolTable symbols;
    private final Map<String, Place> places = new HashMap<>();
    // By identity: an index of thousands of readers takes long to hash.
    private final Map<ReaderIndex, IndexedReaders> made = new IdentityHashMap<>();

    private final Map<String, RunCursor> cursors = new HashMap<>();
    private final Map<RowLayout, RowBuilder> builders = new IdentityHashMap<>();

    /** Where a query stands in an index. */
    private record Place(ReaderIndex index, int number) {}

    ReaderIndexCompiler(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** Takes an index up; before its readers. */
    void add(ReaderIndex index) {
        for (int i = 0; i < index.readers().size(); i++) {
            places.put(index.readers().get(i).query(), new Place(index, i));
        }
    }

    /** Lets a query read a stream; in the order of the text. */
    void enter(String query, StreamJunction junction, RunReceiver reader) {
        Place place = places.get(query);
        if (place == null) {
            junction.add(reader);
            return;
        }
        if (place.number() == 0) {
            IndexedReaders readers = compile(place.index(), junction.layout());
            made.put(place.index(), readers);
            junction.add(readers);
        }
        made.get(place.index()).put(place.number(), reader);
    }

    /** What a reader of a stream goes over its rows with. */
    RunCursor cursor(String query, StreamJunction junction) {
        return places.containsKey(query)
                ? cursors.computeIfAbsent(junction.name(), name -> newCursor(junction.layout()))
                : newCursor(junction.layout());
    }

    private RunCursor newCursor(RowLayout layout) {
        return new RunCursor(new RowView(layout, symbols));
    }

    /** What a query writes its rows with that hands on what it makes of a row before the next reader gets it. */
    RowBuilder builder(String query, RowLayout layout) {
        return places.containsKey(query) ? builders.computeIfAbsent(layout, this::newBuilder) : newBuilder(layout);
    }

    private RowBuilder newBuilder(RowLayout layout) {
        return new RowBuilder(new RowBatch(layout), symbols);
    }

    private IndexedReaders compile(ReaderIndex index, RowLayout layout) {
        Map<Integer, List<Interval>> intervals = new TreeMap<>();
        Map<Integer, List<Wanted>> texts = new TreeMap<>();
        for (int i = 0; i < index.readers().size(); i++) {
            ColumnValues values = index.readers().get(i).values();
            int column = values.column();
            if (values instanceof ColumnValues.Text text && !layout.isCoded(column)) {
                texts.computeIfAbsent(column, key -> new ArrayList<>()).add(new Wanted(text.text(), i));
            } else {
                List<Interval> ofColumn = intervals.computeIfAbsent(column, key -> new ArrayList<>());
                interval(values, i).ifPresent(ofColumn::add);
            }
        }
        List<ColumnIndex> indexes = new ArrayList<>();
        intervals.forEach((column, all) -> indexes.add(new IntervalIndex(layout, column, all)));
        texts.forEach((column, all) -> indexes.add(new TextIndex(layout, column, all)));
        return new IndexedReaders(index.readers().size(), indexes);
    }

    // None for a range that no number lies in.
    private Optional<Interval> interval(ColumnValues values, int reader) {
        if (values instanceof ColumnValues.Text text) {
            long code = symbols.pin(text.text());
            return Optional.of(new Interval(code, code, reader));
        }
        ColumnValues.Range range = (ColumnValues.Range) values;
        long low = range.low().map(bound -> key(bound, 1)).orElse(Long.MIN_VALUE);
        long high = range.high().map(bound -> key(bound, -1)).orElse(Long.MAX_VALUE);
        return low <= high ? Optional.of(new Interval(low, high, reader)) : Optional.empty();
    }

    // At the ends of the line the step is left out: the range is larger then than it need be.
    private static long key(Bound bound, int inwards) {
        long key = bound.value() instanceof Double number
                ? IntervalIndex.key(number)
                : bound.value().longValue();
        boolean isEnd = key == (inwards > 0 ? Long.MAX_VALUE : Long.MIN_VALUE);
        return bound.inclusive() || isEnd ? key : key + inwards;
    }
}
