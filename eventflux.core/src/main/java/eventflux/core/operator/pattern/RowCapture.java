package eventflux.core.operator.pattern;

import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.agrona.UnsafeApi;

/** How the composed row of a partial match changes when an event is taken, or when part of it is forgotten. */
public final class RowCapture {

    /** What stands for a column of the event where it is its time. */
    public static final int TIME = -1;

    private final Source[] sources;
    private final int[] arguments;
    private final int[] positions;
    private final SlotFold[] folds;
    private final CollectedAggregate[] aggregates;
    private final int[] counters;
    private final boolean[] isText;
    private final RowLayout layout;
    // The columns that change.
    private final int[] taken;
    private final boolean isInPlace;

    /**
     * A change.
     *
     * @param changes one for each column of the composed row
     * @param layout of the composed row
     * @param event the layout of the events, if values come from them
     */
    public RowCapture(List<Change> changes, RowLayout layout, Optional<RowLayout> event) {
        int count = changes.size();
        sources = new Source[count];
        arguments = new int[count];
        positions = new int[count];
        folds = new SlotFold[count];
        aggregates = new CollectedAggregate[count];
        counters = new int[count];
        isText = new boolean[count];
        for (int i = 0; i < count; i++) {
            sources[i] = changes.get(i).source();
            arguments[i] = changes.get(i).column();
            positions[i] = changes.get(i).position();
            folds[i] = changes.get(i).fold().orElse(SlotFold.COUNT);
            aggregates[i] = changes.get(i).aggregate().orElse(null);
            counters[i] = changes.get(i).counter();
            isText[i] = layout.isText(i);
        }
        this.layout = layout;
        taken = IntStream.range(0, count)
                .filter(column -> sources[column] != Source.SAME)
                .toArray();
        isInPlace = Arrays.stream(taken).allMatch(column -> sources[column] == Source.EVENT && isSlot(column, event));
    }

    // Whether the slot of the event's column is all there is of the value, and is the same here.
    private boolean isSlot(int column, Optional<RowLayout> event) {
        return !isText[column]
                || layout.isCoded(column) && event.isPresent() && event.get().isCoded(arguments[column]);
    }

    /** Whether nothing changes. */
    boolean isNothing() {
        return taken.length == 0;
    }

    /** Whether the row keeps its length and all but some slots, so that it can be changed where it lies. */
    boolean isInPlace() {
        return isInPlace;
    }

    /** Changes the row that lies at an address, if that {@linkplain #isInPlace can be}. */
    void change(long row, RowView event) {
        for (int column : taken) {
            int from = arguments[column];
            boolean isNull = from != TIME && event.isNull(from);
            long nulls = UnsafeApi.getLong(row + layout.nullOffset(column));
            long mask = layout.nullMask(column);
            UnsafeApi.putLong(row + layout.nullOffset(column), isNull ? nulls | mask : nulls & ~mask);
            UnsafeApi.putLong(row + layout.slotOffset(column), isNull ? 0 : slot(event, from));
        }
    }

    private static long slot(RowView event, int column) {
        return column == TIME ? event.timestamp() : event.getLong(column);
    }

    /**
     * What a column becomes.
     *
     * @param source where its value is
     * @param column of the event or of the composed row, if the source is a column; or {@link #TIME}; the number, if it is one
     * @param position which of the collected events it is about, if it is about one
     * @param fold how the values of collected events become one, if they do
     * @param aggregate the aggregator of collected events, if it is about one
     * @param counter the column that counts events, if one is asked
     */
    public record Change(
            Source source,
            int column,
            int position,
            Optional<SlotFold> fold,
            Optional<CollectedAggregate> aggregate,
            int counter) {

        /** About one event, or none. */
        public Change(Source source, int column) {
            this(source, column, 0, Optional.empty(), Optional.empty(), 0);
        }

        /** About collected events. */
        public Change(Source source, int column, int position, Optional<SlotFold> fold) {
            this(source, column, position, fold, Optional.empty(), 0);
        }

        /** About an aggregator of collected events. */
        public Change(Source source, int column, CollectedAggregate aggregate) {
            this(source, column, 0, Optional.empty(), Optional.of(aggregate), 0);
        }

        /** About the event with a number, counted in a column. */
        public static Change counted(int column, int position, int counter) {
            return new Change(Source.EVENT_COUNTED, column, position, Optional.empty(), Optional.empty(), counter);
        }
    }

    /** Where the new value of a column is. */
    public enum Source {
        /** In the column itself. */
        SAME,
        /** In another column of the composed row. */
        OTHER,
        /** Nowhere: null. */
        NOTHING,
        /** In the event. */
        EVENT,
        /** In the event, when so many were collected before it; else in the column itself. */
        EVENT_AT,
        /** The number of events collected, this one included. */
        COUNT,
        /** In the column itself and in the event, made one; a null in the event changes nothing. */
        FOLDED,
        /** In the event, when another column has counted so many before it; else in the column itself. */
        EVENT_COUNTED,
        /** One more than in the column itself. */
        COUNTED,
        /** In the column itself, with the argument of an aggregator that the event gives behind it. */
        APPENDED,
        /** With an aggregator, which is told of the arguments in another column, and of the event. */
        AGGREGATED,
        /** The same without the event. */
        COMPLETED,
        /** Everywhere the same number. */
        NUMBER
    }

    /**
     * Stores all columns of the row that {@code out} has begun.
     *
     * @param match the composed row so far
     * @param event the event; not read when nothing comes from it
     * @param collected events that the step has taken before it
     */
    public void compose(RowView match, RowView event, long collected, RowBuilder out) {
        for (int column = 0; column < sources.length; column++) {
            switch (sources[column]) {
                case SAME -> copy(match, column, column, out);
                case OTHER -> copy(match, arguments[column], column, out);
                case NOTHING -> out.putNull(column);
                case EVENT -> copy(event, arguments[column], column, out);
                case EVENT_AT -> copyAt(match, event, collected, column, out);
                case COUNT -> out.putLong(column, collected + 1);
                case EVENT_COUNTED -> copyAt(match, event, counted(match, counters[column]), column, out);
                case COUNTED -> out.putLong(column, counted(match, column) + 1);
                case FOLDED -> fold(match, event, column, out);
                case APPENDED -> aggregates[column].append(match, event, column, out);
                case AGGREGATED -> aggregates[column].result(match, arguments[column], event, column, out);
                case NUMBER -> out.putLong(column, arguments[column]);
                case COMPLETED -> aggregates[column].result(match, arguments[column], column, out);
            }
        }
    }

    private static long counted(RowView match, int column) {
        return match.isNull(column) ? 0 : match.getLong(column);
    }

    private void copyAt(RowView match, RowView event, long collected, int column, RowBuilder out) {
        if (collected == positions[column]) {
            copy(event, arguments[column], column, out);
        } else {
            copy(match, column, column, out);
        }
    }

    private void fold(RowView match, RowView event, int column, RowBuilder out) {
        int from = arguments[column];
        if (event.isNull(from)) {
            copy(match, column, column, out);
        } else if (match.isNull(column)) {
            out.putLong(column, folds[column].first(event.getLong(from)));
        } else {
            out.putLong(column, folds[column].fold(match.getLong(column), event.getLong(from)));
        }
    }

    private void copy(RowView source, int from, int to, RowBuilder out) {
        if (from == TIME) {
            out.putLong(to, source.timestamp());
        } else if (isText[to]) {
            out.copyText(to, source, from);
        } else if (source.isNull(from)) {
            out.putNull(to);
        } else {
            out.putLong(to, source.getLong(from));
        }
    }
}
