package eventflux.core.state;

import eventflux.core.row.SymbolTable;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes and reads the whole state of an application, unit by unit. A unit says what its state depends on, so that a snapshot can
 * be read into an application whose text has changed: what fits goes on.
 *
 * <pre>
 *   magic | version | checksum of what follows | time | symbols | count, then for each unit:
 *     kind, name | count, then for each aspect: its name, text | count, then for each operator: id, length, its state
 * </pre>
 */
public final class Snapshots {

    private static final int MAGIC = 0x45465358;
    private static final int VERSION = 3;
    private static final int CHECKSUM_OFFSET = 2 * Integer.BYTES;
    private static final int CHECKED_OFFSET = CHECKSUM_OFFSET + Integer.BYTES;

    private final List<UnitState> units;
    private final SymbolTable symbols;

    /** Snapshots of these units. */
    public Snapshots(List<UnitState> units, SymbolTable symbols) {
        this.units = List.copyOf(units);
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
        out.writeInt(units.size());
        units.forEach(unit -> save(unit, out));
        byte[] bytes = out.toBytes();
        new UnsafeBuffer(bytes).putInt(CHECKSUM_OFFSET, checksum(bytes), ByteOrder.LITTLE_ENDIAN);
        return bytes;
    }

    private static void save(UnitState state, SnapshotWriter out) {
        StateUnit unit = state.unit();
        out.writeText(unit.kind());
        out.writeText(unit.name());
        out.writeInt(unit.shape().size());
        unit.shape().forEach((aspect, text) -> {
            out.writeText(aspect);
            out.writeText(text);
        });
        out.writeInt(state.operators().size());
        for (Stateful operator : state.operators()) {
            out.writeText(operator.id());
            int block = out.beginBlock();
            operator.save(out);
            out.endBlock(block);
        }
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
     * What a snapshot has the state of.
     *
     * @throws SnapshotMismatch when the bytes are no snapshot
     */
    public static List<StateUnit> units(byte[] snapshot) {
        SnapshotReader in = new SnapshotReader(snapshot);
        readHeader(in, snapshot);
        readTexts(in);
        List<StateUnit> units = new ArrayList<>();
        int count = in.readCount(Integer.BYTES);
        for (int i = 0; i < count; i++) {
            units.add(readUnit(in));
            skipOperators(in);
        }
        return units;
    }

    /**
     * Puts the state of a snapshot into fresh operators that were compiled against its symbol table. Units that are new, or not what
     * they were, stay empty; state of units that are no more is passed over.
     *
     * @return the application's time when it was taken
     * @throws SnapshotMismatch when an operator cannot read its state; the state of the operators is undefined then
     */
    public long restore(byte[] snapshot) {
        SnapshotReader in = new SnapshotReader(snapshot);
        final long now = readHeader(in, snapshot);
        readTexts(in);
        int count = in.readCount(Integer.BYTES);
        for (int i = 0; i < count; i++) {
            StateUnit saved = readUnit(in);
            Optional<UnitState> present =
                    units.stream().filter(unit -> unit.unit().fits(saved)).findFirst();
            if (present.isPresent()) {
                restore(present.get(), in);
            } else {
                skipOperators(in);
            }
        }
        return now;
    }

    private static void restore(UnitState unit, SnapshotReader in) {
        Map<String, Stateful> byId = new HashMap<>();
        unit.operators().forEach(operator -> byId.put(operator.id(), operator));
        int count = in.readCount(2 * Integer.BYTES);
        expect("operators", count, byId.size());
        for (int i = 0; i < count; i++) {
            String id = in.readText();
            Stateful operator = byId.get(id);
            if (operator == null) {
                throw new SnapshotMismatch("operator", id, byId.keySet());
            }
            in.readInt();
            operator.restore(in);
        }
    }

    private static StateUnit readUnit(SnapshotReader in) {
        String kind = in.readText();
        String name = in.readText();
        Map<String, String> shape = new LinkedHashMap<>();
        int aspects = in.readCount(2 * Integer.BYTES);
        for (int i = 0; i < aspects; i++) {
            String aspect = in.readText();
            shape.put(aspect, in.readText());
        }
        return new StateUnit(kind, name, shape);
    }

    private static void skipOperators(SnapshotReader in) {
        int count = in.readCount(2 * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            in.readText();
            in.skip(in.readInt());
        }
    }

    private void saveSymbols(SnapshotWriter out) {
        out.writeInt(symbols.limit());
        for (int code = 0; code < symbols.limit(); code++) {
            boolean isUsed = symbols.isUsed(code);
            out.writeInt(isUsed ? 1 : 0);
            if (isUsed) {
                out.writeText(symbols.decode(code));
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
