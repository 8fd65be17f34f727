package eventflux.core.state;

import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.TextCodes;
import eventflux.core.row.RowArena;
import eventflux.core.row.SymbolTable;
import java.util.function.Supplier;

/** Cells and containers of codes of the application's symbol table, which they keep from being swept. */
final class SymbolCodes implements TextCodes {

    private final Supplier<RecordStore> store;
    private final RowArena arena;
    private final String prefix;
    private final SymbolTable symbols;

    SymbolCodes(Supplier<RecordStore> store, RowArena arena, String prefix, SymbolTable symbols) {
        this.store = store;
        this.arena = arena;
        this.prefix = prefix;
        this.symbols = symbols;
    }

    @Override
    public long code(String text) {
        return symbols.code(text);
    }

    @Override
    public String text(long code) {
        return symbols.text((int) code);
    }

    @Override
    public LongCell cell(String name) {
        return new CellCode(store.get(), prefix + name);
    }

    @Override
    public LongDeque deque(String name) {
        return new ArenaLongDeque(store.get(), prefix + name, arena, ArenaLongDeque.Content.CODES);
    }

    @Override
    public LongBag bag(String name) {
        return new ArenaLongBag(store.get(), prefix + name, arena, new BagOrder.OfCodes(symbols));
    }
}
