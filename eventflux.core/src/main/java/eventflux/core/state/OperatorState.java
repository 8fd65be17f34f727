package eventflux.core.state;

import eventflux.api.spi.state.DoubleCell;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.RowHeap;
import eventflux.api.spi.state.RowOrder;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.List;

/** Hands out the cells of one operator (a window, an aggregator) in a record store that it may share with others. */
public final class OperatorState implements StateFactory {

    // Null when the whole record is this operator's.
    private final RecordPart part;
    private final RecordStore records;
    private final RowArena arena;
    private final String prefix;
    private final RowLayout layout;
    private final SymbolTable symbols;

    /**
     * State for one operator.
     *
     * @param store the records
     * @param arena where rows and long values are kept
     * @param prefix sets its names apart from those of the other operators of the store
     * @param layout of the rows that it may keep
     * @param symbols what their codes mean
     */
    public OperatorState(RecordStore store, RowArena arena, String prefix, RowLayout layout, SymbolTable symbols) {
        this(null, store, arena, prefix, layout, symbols);
    }

    OperatorState(RecordPart part, RowArena arena, String prefix, RowLayout layout, SymbolTable symbols) {
        this(part, part.store(), arena, prefix, layout, symbols);
    }

    private OperatorState(
            RecordPart part,
            RecordStore records,
            RowArena arena,
            String prefix,
            RowLayout layout,
            SymbolTable symbols) {
        this.part = part;
        this.records = records;
        this.arena = arena;
        this.prefix = prefix;
        this.layout = layout;
        this.symbols = symbols;
    }

    // The records, told in whose name the next cell is asked for.
    private RecordStore store() {
        records.ask(part);
        return records;
    }

    @Override
    public LongCell longCell(String name, long initial) {
        return new CellLong(store(), prefix + name, initial);
    }

    @Override
    public DoubleCell doubleCell(String name, double initial) {
        return new CellDouble(store(), prefix + name, initial);
    }

    @Override
    public RowQueue rowQueue(String name) {
        return new ArenaRowQueue(store(), prefix + name, arena, new RowView(layout, symbols));
    }

    @Override
    public RowHeap rowHeap(String name, RowOrder order) {
        return new ArenaRowHeap(store(), prefix + name, arena, order, new RowView(layout, symbols));
    }

    @Override
    public EntryMap entryMap(String name, List<Integer> columns) {
        return new ArenaEntryMap(store(), prefix + name, this, new RowKey(columns, layout, symbols));
    }

    @Override
    public LongDeque longDeque(String name) {
        return new ArenaLongDeque(store(), prefix + name, arena, ArenaLongDeque.Content.NUMBERS);
    }

    @Override
    public LongBag longBag(String name) {
        return new ArenaLongBag(store(), prefix + name, arena, new BagOrder.OfNumbers());
    }

    @Override
    public TextCodes texts() {
        return new SymbolCodes(this::store, arena, prefix, symbols);
    }

    /** Rows of which the one with the earliest time in a column is at the top, of equal ones the one that came first. */
    public RowHeap eventHeap(String name, int column) {
        RowOrder latestFirst = new RowOrder(List.of(new RowOrder.Key(column, true)));
        RowView cursor = new RowView(layout, symbols);
        return new ArenaRowHeap(store(), prefix + name, arena, latestFirst, cursor, ArenaRowHeap.Ties.OLDEST_ON_TOP);
    }

    /** Rows that others search by a key. */
    public LiveRows liveRows(String name) {
        return new LiveRows(store(), prefix + name, arena, new RowView(layout, symbols));
    }

    /** Numbers of the record for a container of the operator's own, which is added next. */
    public RecordCells cells(int count) {
        return new RecordCells(store(), count);
    }

    /** Makes a container of the operator's own part of every record. */
    public void add(StateComponent container) {
        store().add(container);
    }

    /** Where rows and keys are kept. */
    RowArena arena() {
        return arena;
    }

    /** State of the same kind in records of their own. */
    OperatorState of(RecordStore records) {
        return new OperatorState(records, arena, "", layout, symbols);
    }
}
