package eventflux.core.state;

import eventflux.core.row.SymbolTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads the whole state of an application.
 *
 * <pre>
 *   magic | version | time | symbols | count, then for each operator: id, length, its state
 * </pre>
 */
public final class Snapshots {

    private static final int MAGIC = 0x45465358;
    private static final int VERSION = 1;

    private final List<Stateful> operators;
    private final SymbolTable symbols;

    /** Snapshots of these operators. */
    public Snapshots(List<Stateful> operators, SymbolTable symbols) {
        this.operators = List.copyOf(operators);
        this.symbols = symbols;
    }

    /** The present state; {@code now} is the application's time. */
    public byte[] save(long now) {
        SnapshotWriter out = new SnapshotWriter();
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeLong(now);
        saveSymbols(out);
        out.writeInt(operators.size());
        for (Stateful operator : operators) {
            out.writeText(operator.id());
            int block = out.beginBlock();
            operator.save(out);
            out.endBlock(block);
        }
        return out.toBytes();
    }

    /**
     * The symbol table of a snapshot: constants of the text are compiled against it before {@link #restore} is called.
     *
     * @throws SnapshotMismatch when the bytes are no snapshot
     */
    public static SymbolTable symbols(byte[] snapshot) {
        SnapshotReader in = new SnapshotReader(snapshot);
        readHeader(in);
        return new SymbolTable(readTexts(in));
    }

    /**
     * Puts the state of a snapshot into fresh operators that were compiled against its symbol table.
     *
     * @return the application's time when it was taken
     * @throws SnapshotMismatch when it belongs to another text; the state of the operators is undefined then
     */
    public long restore(byte[] snapshot) {
        SnapshotReader in = new SnapshotReader(snapshot);
        final long now = readHeader(in);
        readTexts(in);
        Map<String, Stateful> byId = new HashMap<>();
        operators.forEach(operator -> byId.put(operator.id(), operator));
        int count = in.readInt();
        expect("operators", count, operators.size());
        for (int i = 0; i < count; i++) {
            String id = in.readText();
            Stateful operator = byId.get(id);
            if (operator == null) {
                throw new SnapshotMismatch("operator", id, byId.keySet());
            }
            in.readInt();
            operator.restore(in);
        }
        return now;
    }

    private void saveSymbols(SnapshotWriter out) {
        out.writeInt(symbols.limit());
        for (int code = 0; code < symbols.limit(); code++) {
            String text = symbols.text(code);
            out.writeInt(text == null ? 0 : 1);
            if (text != null) {
                out.writeText(text);
            }
        }
    }

    private static long readHeader(SnapshotReader in) {
        expect("magic", in.readInt(), MAGIC);
        expect("version", in.readInt(), VERSION);
        return in.readLong();
    }

    private static String[] readTexts(SnapshotReader in) {
        String[] texts = new String[in.readInt()];
        for (int code = 0; code < texts.length; code++) {
            if (in.readInt() == 1) {
                texts[code] = in.readText();
            }
        }
        return texts;
    }

    private static void expect(String what, int found, int expected) {
        if (found != expected) {
            throw new SnapshotMismatch(what, found, expected);
        }
    }
}
