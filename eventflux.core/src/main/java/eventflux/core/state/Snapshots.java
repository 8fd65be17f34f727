package eventflux.core.state;

import eventflux.core.row.SymbolTable;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes and reads the whole state of an application.
 *
 * <pre>
 *   magic | version | checksum of what follows | time | symbols | count, then for each operator: id, length, its state
 * </pre>
 */
public final class Snapshots {

    private static final int MAGIC = 0x45465358;
    private static final int VERSION = 1;
    private static final int CHECKSUM_OFFSET = 2 * Integer.BYTES;
    private static final int CHECKED_OFFSET = CHECKSUM_OFFSET + Integer.BYTES;

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
        out.writeInt(0);
        out.writeLong(now);
        saveSymbols(out);
        out.writeInt(operators.size());
        for (Stateful operator : operators) {
            out.writeText(operator.id());
            int block = out.beginBlock();
            operator.save(out);
            out.endBlock(block);
        }
        byte[] bytes = out.toBytes();
        new UnsafeBuffer(bytes).putInt(CHECKSUM_OFFSET, checksum(bytes), ByteOrder.LITTLE_ENDIAN);
        return bytes;
    }

    /**
     * The symbol table of a snapshot: constants of the text are compiled against it before {@link #restore} is called.
     *
     * @throws SnapshotMismatch when the bytes are no snapshot
     */
    public static SymbolTable symbols(byte[] snapshot) {
        SnapshotReader in = new SnapshotReader(snapshot);
        readHeader(in, snapshot);
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
        final long now = readHeader(in, snapshot);
        readTexts(in);
        Map<String, Stateful> byId = new HashMap<>();
        operators.forEach(operator -> byId.put(operator.id(), operator));
        int count = in.readCount(2 * Integer.BYTES);
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

    private static long readHeader(SnapshotReader in, byte[] snapshot) {
        expect("magic", in.readInt(), MAGIC);
        expect("version", in.readInt(), VERSION);
        expect("checksum", in.readInt(), checksum(snapshot));
        return in.readLong();
    }

    private static String[] readTexts(SnapshotReader in) {
        String[] texts = new String[in.readCount(Integer.BYTES)];
        for (int code = 0; code < texts.length; code++) {
            if (in.readInt() == 1) {
                texts[code] = in.readText();
            }
        }
        return texts;
    }

    // Bytes that are not as they were written are refused before anything is read from them.
    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, CHECKED_OFFSET, bytes.length - CHECKED_OFFSET);
        return (int) checksum.getValue();
    }

    private static void expect(String what, int found, int expected) {
        if (found != expected) {
            throw new SnapshotMismatch(what, found, expected);
        }
    }
}
