package eventflux.core.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Gives texts small numbers, so that operators compare and index by an int. A code keeps its text until {@link #sweep} finds
 * that nobody holds it. Codes begin at 0 and are used again after a sweep. Used by the thread that owns the application.
 *
 * <p>Open addressing with linear probing. An entry holds a short text whole, so that most are found in one place of memory; of a long
 * one it holds a hash, and its bytes are compared:
 *
 * <pre>
 *   +---------------------------------------+------------------+-----------------------+
 *   | up to 8 bytes: the text, zeros behind | code             | bytes of UTF-8        |
 *   | more: a hash of it                    | int              | int                   |
 *   +---------------------------------------+------------------+-----------------------+
 * </pre>
 */
public final class SymbolTable {

    private static final int INITIAL_CAPACITY = 64;
    private static final int WORDS = 2;
    private static final long EMPTY = -1;
    private static final int ABSENT = -1;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);

    private final BitSet pinned = new BitSet();

    // All fields are written by the thread that owns the application.
    private String[] texts = new String[INITIAL_CAPACITY];
    private byte[][] encoded = new byte[INITIAL_CAPACITY][];
    private long[] index = emptyIndex(INITIAL_CAPACITY * 2);
    private int[] free = new int[0];
    private int freeCount;
    private int codes;
    private RecentTexts recent; // null until a text without a code is read
    // Where a text lies that comes as an object.
    private UnsafeBuffer copy = new UnsafeBuffer(ByteBuffer.allocateDirect(INITIAL_CAPACITY));

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
                put(code, text, text.getBytes(StandardCharsets.UTF_8));
            }
        }
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

    /** Texts of the application that have no codes. */
    RecentTexts recent() {
        if (recent == null) {
            recent = new RecentTexts();
        }
        return recent;
    }

    /** The code of a text, a new one when it has none yet. */
    public int code(String text) {
        int length = text.length();
        reserveCopy(length);
        long at = copy.addressOffset();
        int code = AsciiText.store(text, at, at + copy.capacity()) == length
                ? find(at, length)
                : find(text.getBytes(StandardCharsets.UTF_8));
        return code == ABSENT ? add(text) : code;
    }

    /**
     * The code of a text that lies in memory as UTF-8, a new one when it has none yet.
     *
     * @param address of the text, which has zeros behind it up to a multiple of eight bytes, as in rows
     * @param length of the text
     */
    public int code(long address, int length) {
        int code = find(address, length);
        return code == ABSENT ? add(RowMemory.text(address, length)) : code;
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
        for (int code = 0; code < codes; code++) {
            if (texts[code] != null && !held.get(code)) {
                texts[code] = null;
                encoded[code] = null;
                release(code);
            }
        }
        rebuild(index.length / WORDS);
    }

    private int find(byte[] bytes) {
        return find(copied(bytes), bytes.length);
    }

    // Where the bytes lie with zeros behind them.
    private long copied(byte[] bytes) {
        reserveCopy(bytes.length);
        long address = copy.addressOffset();
        if (bytes.length > 0) {
            UnsafeApi.putLong(address + RowLayout.align(bytes.length) - Long.BYTES, 0L);
        }
        UnsafeApi.copyMemory(bytes, BYTES, null, address, bytes.length);
        return address;
    }

    private int find(long address, int length) {
        long word = word(address, length);
        long[] table = index;
        int mask = table.length - 1;
        int at = place(word, length) & mask;
        for (long entry = table[at + 1]; entry != EMPTY; entry = table[at + 1]) {
            if (table[at] == word && (int) entry == length) {
                int code = (int) (entry >>> Integer.SIZE);
                if (length <= Long.BYTES || matches(encoded[code], address)) {
                    return code;
                }
            }
            at = at + WORDS & mask;
        }
        return ABSENT;
    }

    private static long word(long address, int length) {
        if (length <= Long.BYTES) {
            return length == 0 ? 0 : UnsafeApi.getLong(address);
        }
        long hash = length;
        for (int i = 0; i < length; i += Long.BYTES) {
            hash = (hash ^ UnsafeApi.getLong(address + i)) * MULTIPLIER;
            hash ^= hash >>> Integer.SIZE;
        }
        return hash;
    }

    // Where the search for an entry begins, before it is cut to the size of the table.
    private static int place(long word, int length) {
        long mixed = (word + length) * MULTIPLIER;
        mixed ^= mixed >>> Integer.SIZE;
        return (int) (mixed * MULTIPLIER >>> Integer.SIZE) & -WORDS;
    }

    private static boolean matches(byte[] text, long address) {
        int length = text.length;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            if (UnsafeApi.getLong(text, BYTES + at) != UnsafeApi.getLong(address + at)) {
                return false;
            }
        }
        for (; at < length; at++) {
            if (text[at] != UnsafeApi.getByte(address + at)) {
                return false;
            }
        }
        return true;
    }

    private void reserveCopy(int bytes) {
        if (bytes > copy.capacity() - Long.BYTES) {
            copy = new UnsafeBuffer(ByteBuffer.allocateDirect(Integer.highestOneBit(bytes) * 2 + Long.BYTES));
        }
    }

    private int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String wellFormed = new String(bytes, StandardCharsets.UTF_8);
        // Half a surrogate pair is no text, nor are some bytes; they count as what is left, as in
        // columns without codes.
        int present = find(bytes);
        if (present != ABSENT) {
            return present;
        }
        int code;
        if (freeCount > 0) {
            code = free[--freeCount];
        } else {
            ensureCapacity();
            code = codes++;
        }
        put(code, wellFormed.equals(text) ? text : wellFormed, bytes);
        return code;
    }

    private void put(int code, String text, byte[] bytes) {
        texts[code] = text;
        encoded[code] = bytes;
        int places = index.length / WORDS;
        if (size() * 2 > places) {
            rebuild(places * 2);
        }
        insert(word(copied(bytes), bytes.length), (long) code << Integer.SIZE | bytes.length);
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
        }
    }

    // Entries of texts that are gone stay behind.
    private void rebuild(int places) {
        long[] old = index;
        index = emptyIndex(places);
        for (int at = 0; at < old.length; at += WORDS) {
            long entry = old[at + 1];
            if (entry != EMPTY && texts[(int) (entry >>> Integer.SIZE)] != null) {
                insert(old[at], entry);
            }
        }
    }

    private void insert(long word, long entry) {
        int mask = index.length - 1;
        int at = place(word, (int) entry) & mask;
        while (index[at + 1] != EMPTY) {
            at = at + WORDS & mask;
        }
        index[at] = word;
        index[at + 1] = entry;
    }

    private static long[] emptyIndex(int places) {
        long[] table = new long[places * WORDS];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
