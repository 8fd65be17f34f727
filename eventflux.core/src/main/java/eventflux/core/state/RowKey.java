package eventflux.core.state;

import eventflux.core.row.KeyHash;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The values of some columns of a row as bytes that are the same for the same values.
 *
 * <pre>
 *   a word for each column: 0 for null, 1 | then, unless null, its slot; for a text in the row its length and its padded bytes
 * </pre>
 */
final class RowKey {

    private static final int INITIAL_BYTES = 128;
    private static final long NULL = 0;
    private static final long VALUE = 1;

    private final int[] columns;
    private final RowLayout layout;
    private final boolean[] isText;
    private final SymbolTable symbols;
    // Written by the thread that owns the application: the key written last.
    private UnsafeBuffer bytes = new UnsafeBuffer(ByteBuffer.allocateDirect(INITIAL_BYTES));
    private int length;
    // Written by the thread that owns the application: of saved keys, when they lie otherwise; null when they do not.
    private boolean[] wasText;

    RowKey(List<Integer> columns, RowLayout layout, SymbolTable symbols) {
        this.symbols = symbols;
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
        this.layout = layout;
        this.isText = new boolean[this.columns.length];
        for (int i = 0; i < isText.length; i++) {
            int column = this.columns[i];
            isText[i] = layout.isText(column) && !layout.isCoded(column);
        }
    }

    /** Writes the key of a row. */
    void write(RowView row) {
        length = 0;
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            ensure(2 * Long.BYTES);
            if (row.isNull(column)) {
                put(NULL);
            } else {
                put(VALUE);
                writeValue(row, row.getLong(column), isText[i]);
            }
        }
    }

    private void writeValue(RowView row, long slot, boolean text) {
        if (!text) {
            put(slot);
            return;
        }
        int padded = RowLayout.align(RowLayout.textLength(slot));
        put(RowLayout.textLength(slot));
        ensure(padded);
        RowMemory.copy(row.address() + RowLayout.textOffset(slot), bytes.addressOffset() + length, padded);
        length += padded;
    }

    private void put(long word) {
        bytes.putLong(length, word);
        length += Long.BYTES;
    }

    private void ensure(int more) {
        if (length + more > bytes.capacity()) {
            UnsafeBuffer larger =
                    new UnsafeBuffer(ByteBuffer.allocateDirect(Math.max(length + more, 2 * bytes.capacity())));
            larger.putBytes(0, bytes, 0, length);
            bytes = larger;
        }
    }

    /** The columns that are codes. */
    BitSet coded() {
        BitSet coded = new BitSet();
        for (int column : columns) {
            coded.set(column, layout.isCoded(column));
        }
        return coded;
    }

    /** Says which columns were codes when the keys that come next were saved. */
    void savedWith(BitSet coded) {
        wasText = null;
        if (!coded.equals(coded())) {
            wasText = new boolean[columns.length];
            for (int i = 0; i < columns.length; i++) {
                wasText[i] = layout.isText(columns[i]) && !coded.get(columns[i]);
            }
        }
    }

    /** Takes a key that was saved. */
    void read(SnapshotReader in) {
        int at = in.readBytes();
        length = 0;
        if (wasText == null) {
            ensure(in.lastLength());
            bytes.putBytes(0, in.buffer(), at, in.lastLength());
            length = in.lastLength();
        } else {
            rewrite(in.buffer(), at);
        }
    }

    private void rewrite(UnsafeBuffer saved, int from) {
        int at = from;
        for (int i = 0; i < columns.length; i++) {
            long isThere = saved.getLong(at);
            at += Long.BYTES;
            ensure(2 * Long.BYTES);
            put(isThere);
            if (isThere == NULL) {
                continue;
            }
            long slot = saved.getLong(at);
            at += Long.BYTES;
            if (wasText[i] == isText[i]) {
                at = copy(saved, at, slot, isText[i]);
            } else if (wasText[i]) {
                put(symbols.code(saved.getStringWithoutLengthUtf8(at, (int) slot)));
                at += RowLayout.align((int) slot);
            } else {
                putSymbol((int) slot);
            }
        }
    }

    private int copy(UnsafeBuffer saved, int at, long slot, boolean text) {
        put(slot);
        if (!text) {
            return at;
        }
        int padded = RowLayout.align((int) slot);
        ensure(padded);
        bytes.putBytes(length, saved, at, padded);
        length += padded;
        return at + padded;
    }

    private void putSymbol(int code) {
        int size = symbols.length(code);
        put(size);
        int padded = RowLayout.align(size);
        ensure(padded);
        symbols.copy(code, bytes.addressOffset() + length);
        length += padded;
    }

    /** Copies the key to an address. */
    void putTo(long address) {
        RowMemory.copy(bytes.addressOffset(), address, length);
    }

    /** Its length, a multiple of eight. */
    int length() {
        return length;
    }

    int hash() {
        long hash = length;
        for (int i = 0; i < length; i += Long.BYTES) {
            hash = (hash ^ bytes.getLong(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return KeyHash.of(hash);
    }

    /** Whether the same key lies at an address. */
    boolean isAt(long address) {
        for (int i = 0; i < length; i += Long.BYTES) {
            if (bytes.getLong(i) != UnsafeApi.getLong(address + i)) {
                return false;
            }
        }
        return true;
    }

    /** Marks the symbols of a key that lies somewhere. */
    void mark(long address, BitSet symbols) {
        long at = address;
        for (int i = 0; i < columns.length; i++) {
            boolean isNull = UnsafeApi.getLong(at) == NULL;
            at += Long.BYTES;
            if (isNull) {
                continue;
            }
            long slot = UnsafeApi.getLong(at);
            at += Long.BYTES;
            if (isText[i]) {
                at += RowLayout.align((int) slot);
            } else if (layout.isCoded(columns[i])) {
                symbols.set((int) slot);
            }
        }
    }
}
