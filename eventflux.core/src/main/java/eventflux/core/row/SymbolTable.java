package eventflux.core.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.agrona.UnsafeApi;

/**
 * Gives texts small numbers, so that operators compare and index by an int. A code keeps its text until {@link #sweep} finds
 * that nobody holds it. Codes begin at 0 and are used again after a sweep. Used by the thread that owns the application.
 *
 * <p>Open addressing with linear probing over the hash that {@link String#hashCode} defines; the same hash is computed from
 * UTF-8 bytes while they are ASCII, and from the decoded text otherwise.
 */
public final class SymbolTable {

    private static final int INITIAL_CAPACITY = 64;
    private static final int EMPTY = -1;

    // All fields are written by the thread that owns the application.
    private String[] texts = new String[INITIAL_CAPACITY];
    private byte[][] encoded = new byte[INITIAL_CAPACITY][];
    private int[] hashes = new int[INITIAL_CAPACITY];
    private int[] index = emptyIndex(INITIAL_CAPACITY * 2);
    private final BitSet pinned = new BitSet();
    private int[] free = new int[0];
    private int freeCount;
    private int codes;

    /** An empty table. */
    public SymbolTable() {}

    /** A saved table: the texts by code, null where a code is not in use. */
    public SymbolTable(String[] saved) {
        for (String text : saved) {
            ensureCapacity();
            int code = codes++;
            if (text == null) {
                release(code);
            } else {
                put(code, text, text.getBytes(StandardCharsets.UTF_8), text.hashCode());
            }
        }
        rebuild(index.length);
    }

    /** How many texts have a code. */
    public int size() {
        return codes - freeCount;
    }

    /** One more than the largest code in use. */
    public int limit() {
        return codes;
    }

    /** The text of a code. */
    public String text(int code) {
        return texts[code];
    }

    /** The UTF-8 bytes of a code's text; not to be changed. */
    public byte[] bytes(int code) {
        return encoded[code];
    }

    /** The code of a text, a new one when it has none yet. */
    public int code(String text) {
        int hash = text.hashCode();
        int[] table = index;
        int mask = table.length - 1;
        int position = spread(hash) & mask;
        for (int code = table[position]; code != EMPTY; code = table[position]) {
            if (hashes[code] == hash && texts[code].equals(text)) {
                return code;
            }
            position = position + 1 & mask;
        }
        return add(text, hash);
    }

    /** The code of a text that lies in memory as UTF-8, a new one when it has none yet. */
    public int code(long address, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            byte next = UnsafeApi.getByte(address + i);
            if (next < 0) {
                return code(RowMemory.text(address, length));
            }
            hash = 31 * hash + next;
        }
        int mask = index.length - 1;
        int position = spread(hash) & mask;
        for (int code = index[position]; code != EMPTY; code = index[position]) {
            if (hashes[code] == hash && matches(encoded[code], address, length)) {
                return code;
            }
            position = position + 1 & mask;
        }
        return add(RowMemory.text(address, length), hash);
    }

    /** The code of a text that compiled code compares with; it is never swept. */
    public int pin(String text) {
        int code = code(text);
        pinned.set(code);
        return code;
    }

    /** Takes the codes away that nobody holds. */
    public void sweep(BitSet held) {
        held.or(pinned);
        boolean[] isFree = new boolean[codes];
        for (int i = 0; i < freeCount; i++) {
            isFree[free[i]] = true;
        }
        for (int code = 0; code < codes; code++) {
            if (!held.get(code) && !isFree[code]) {
                texts[code] = null;
                encoded[code] = null;
                release(code);
            }
        }
        rebuild(index.length);
    }

    private int add(String text, int hash) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String wellFormed = new String(bytes, StandardCharsets.UTF_8);
        if (!wellFormed.equals(text)) {
            // A surrogate without its partner is no text; it counts as what its bytes say, as in columns without codes.
            return code(wellFormed);
        }
        int code;
        if (freeCount > 0) {
            code = free[--freeCount];
        } else {
            ensureCapacity();
            code = codes++;
        }
        put(code, text, bytes, hash);
        if (size() * 2 > index.length) {
            rebuild(index.length * 2);
        } else {
            insert(index, code);
        }
        return code;
    }

    private void put(int code, String text, byte[] bytes, int hash) {
        texts[code] = text;
        encoded[code] = bytes;
        hashes[code] = hash;
    }

    private void release(int code) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(INITIAL_CAPACITY, freeCount * 2));
        }
        free[freeCount++] = code;
    }

    private void ensureCapacity() {
        if (codes == texts.length) {
            int capacity = codes * 2;
            texts = Arrays.copyOf(texts, capacity);
            encoded = Arrays.copyOf(encoded, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
        }
    }

    private void rebuild(int capacity) {
        int needed = capacity;
        while (size() * 2 > needed) {
            needed *= 2;
        }
        int[] table = emptyIndex(needed);
        for (int code = 0; code < codes; code++) {
            if (texts[code] != null) {
                insert(table, code);
            }
        }
        index = table;
    }

    private void insert(int[] table, int code) {
        int mask = table.length - 1;
        int position = spread(hashes[code]) & mask;
        while (table[position] != EMPTY) {
            position = position + 1 & mask;
        }
        table[position] = code;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private static int[] emptyIndex(int capacity) {
        int[] table = new int[capacity];
        Arrays.fill(table, EMPTY);
        return table;
    }

    private static boolean matches(byte[] text, long address, int length) {
        if (text.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[i] != UnsafeApi.getByte(address + i)) {
                return false;
            }
        }
        return true;
    }
}
