package eventflux.core.state;

import eventflux.api.spi.state.DoubleCell;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** Hands out the cells of one operator (a window, an aggregator) in a record store that it may share with others. */
public final class OperatorState implements StateFactory {

    private final RecordStore store;
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
        this.store = store;
        this.arena = arena;
        this.prefix = prefix;
        this.layout = layout;
        this.symbols = symbols;
    }

    @Override
    public LongCell longCell(String name, long initial) {
        return new CellLong(store, prefix + name, initial);
    }

    @Override
    public DoubleCell doubleCell(String name, double initial) {
        return new CellDouble(store, prefix + name, initial);
    }

    @Override
    public RowQueue rowQueue(String name) {
        return new ArenaRowQueue(store, prefix + name, arena, new RowView(layout, symbols));
    }

    @Override
    public LongDeque longDeque(String name) {
        return new ArenaLongDeque(store, prefix + name, arena);
    }
}
