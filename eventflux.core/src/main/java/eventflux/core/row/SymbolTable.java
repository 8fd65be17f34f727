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
 * <p>Open addressing with linear probing. An entry holds a short text whole, so that most are found in one place of memory, and lie
 * nowhere else; of a long one it holds a hash, and its bytes are compared. A text becomes an object when it is first asked for:
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
    private static final int LARGE_INDEX = (512 << 10) / Long.BYTES;
    private static final long EMPTY = -1;
    private static final int ABSENT = -1;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long NON_ASCII = 0x8080808080808080L;
    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);

    private final BitSet pinned = new BitSet();

    // All fields are written by the thread that owns the application.
    private long[] index = emptyIndex(INITIAL_CAPACITY * 2);
    // By code: where its entry is, ABSENT where a code is not in use.
    private int[] places = new int[INITIAL_CAPACITY];
    // By code: long texts with zeros behind them up to a multiple of eight bytes, and texts that somebody has asked
    // for.
    private byte[][] longTexts = new byte[0][];
    private String[] asked = new String[0];
    private int[] free = new int[0];
    private int freeCount;
    private int codes;
    private int sweeps;
    private RecentTexts recent; // null until a text without a code is read
    // Where a text lies that comes as an object.
    private UnsafeBuffer copy = new UnsafeBuffer(ByteBuffer.allocateDirect(INITIAL_CAPACITY));

    /** An empty table. */
    public SymbolTable() {}

    /** A saved table: the texts by code, null where a code is not in use. */
    public SymbolTable(String[] saved) {
        for (String text : saved) {
            int code = nextCode();
            if (text == null) {
                release(code);
            } else {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                put(code, copied(bytes), bytes.length);
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

    /** Whether a code below the limit is in use. */
    public boolean isUsed(int code) {
        return places[code] != ABSENT;
    }

    /** The text of a code, the same object each time. */
    public String text(int code) {
        if (code >= asked.length) {
            asked = Arrays.copyOf(asked, places.length);
        }
        String text = asked[code];
        if (text == null) {
            text = decode(code);
            asked[code] = text;
        }
        return text;
    }

    /** The text of a code for one who needs it once: it is not kept. */
    public String decode(int code) {
        int length = length(code);
        reserveCopy(length);
        long address = copy.addressOffset();
        copy(code, address);
        return RowMemory.text(address, length);
    }

    /** How many bytes of UTF-8 the text of a code has. */
    public int length(int code) {
        return (int) index[places[code] + 1];
    }

    /** Copies the UTF-8 of a code's text to an address, with zeros behind it up to a multiple of eight bytes. */
    public void copy(int code, long target) {
        int place = places[code];
        int length = (int) index[place + 1];
        if (length > Long.BYTES) {
            byte[] text = longTexts[code];
            UnsafeApi.copyMemory(text, BYTES, null, target, text.length);
        } else if (length > 0) {
            UnsafeApi.putLong(target, index[place]);
        }
    }

    /** Compares the texts of two codes by their unsigned bytes, which is the order of code points. */
    public int compare(int code, int other) {
        int length = length(code);
        int otherLength = length(other);
        int common = Math.min(length, otherLength);
        for (int at = 0; at < common; at += Long.BYTES) {
            long one = word(code, length, at);
            long two = word(other, otherLength, at);
            if (one != two) {
                return RowMemory.compareText(one, two);
            }
        }
        return Integer.compare(length, otherLength);
    }

    /**
     * Compares the text of a code with one that lies in memory, by their unsigned bytes.
     *
     * @param address of the other text, which has zeros behind it up to a multiple of eight bytes
     * @param otherLength of the other text
     */
    public int compare(int code, long address, int otherLength) {
        int length = length(code);
        int common = Math.min(length, otherLength);
        for (int at = 0; at < common; at += Long.BYTES) {
            long one = word(code, length, at);
            long two = UnsafeApi.getLong(address + at);
            if (one != two) {
                return RowMemory.compareText(one, two);
            }
        }
        return Integer.compare(length, otherLength);
    }

    private long word(int code, int length, int at) {
        return length <= Long.BYTES ? index[places[code]] : UnsafeApi.getLong(longTexts[code], BYTES + at);
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
        if (AsciiText.store(text, at, at + copy.capacity()) == length) {
            int code = find(at, length);
            return code == ABSENT ? add(at, length) : code;
        }
        // Half a surrogate pair is no text; it counts as what is left of it, as in columns without codes.
        return codeOf(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The code of a text that lies in memory as UTF-8, a new one when it has none yet.
     *
     * @param address of the text, which has zeros behind it up to a multiple of eight bytes, as in rows
     * @param length of the text
     */
    public int code(long address, int length) {
        int code = find(address, length);
        if (code != ABSENT) {
            return code;
        }
        // Some bytes are no text; they count as what is left of them.
        return isAscii(address, length)
                ? add(address, length)
                : codeOf(RowMemory.text(address, length).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is more than what the fast caches of a processor hold beside all else. */
    public boolean isLarge() {
        return index.length >= LARGE_INDEX;
    }

    /**
     * Reads where the search for a text begins, so that it is in the caches.
     *
     * @return what is there; whoever calls has to use it, or else the compiler leaves the reading out
     */
    public long load(long address, int length) {
        long[] table = index;
        return table[place(word(address, length), length) & table.length - 1];
    }

    private int codeOf(byte[] bytes) {
        long address = copied(bytes);
        int code = find(address, bytes.length);
        return code == ABSENT ? add(address, bytes.length) : code;
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
            if (places[code] != ABSENT && !held.get(code)) {
                forget(code);
                release(code);
            }
        }
        rebuild(index.length / WORDS);
        sweeps++;
    }

    /** How often it was swept: who remembers codes that no state holds looks whether they are good still. */
    public int sweeps() {
        return sweeps;
    }

    private void forget(int code) {
        if (code < asked.length) {
            asked[code] = null;
        }
        if (code < longTexts.length) {
            longTexts[code] = null;
        }
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
                if (length <= Long.BYTES || matches(longTexts[code], address)) {
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
        for (int at = 0; at < text.length; at += Long.BYTES) {
            if (UnsafeApi.getLong(text, BYTES + at) != UnsafeApi.getLong(address + at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(long address, int length) {
        long seen = 0;
        for (int at = 0; at < length; at += Long.BYTES) {
            seen |= UnsafeApi.getLong(address + at);
        }
        return (seen & NON_ASCII) == 0;
    }

    private void reserveCopy(int bytes) {
        if (bytes > copy.capacity() - Long.BYTES) {
            copy = new UnsafeBuffer(ByteBuffer.allocateDirect(Integer.highestOneBit(bytes) * 2 + Long.BYTES));
        }
    }

    private int add(long address, int length) {
        int code = freeCount > 0 ? free[--freeCount] : nextCode();
        put(code, address, length);
        return code;
    }

    private int nextCode() {
        if (codes == places.length) {
            places = Arrays.copyOf(places, codes * 2);
        }
        places[codes] = ABSENT;
        return codes++;
    }

    private void put(int code, long address, int length) {
        if (length > Long.BYTES) {
            if (code >= longTexts.length) {
                longTexts = Arrays.copyOf(longTexts, places.length);
            }
            byte[] text = new byte[RowLayout.align(length)];
            UnsafeApi.copyMemory(null, address, text, BYTES, text.length);
            longTexts[code] = text;
        }
        int entries = index.length / WORDS;
        if (size() * 2 > entries) {
            rebuild(entries * 2);
        }
        insert(word(address, length), (long) code << Integer.SIZE | length);
    }

    private void release(int code) {
        places[code] = ABSENT;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(INITIAL_CAPACITY, freeCount * 2));
        }
        free[freeCount++] = code;
    }

    // Entries of texts that are gone stay behind.
    private void rebuild(int entries) {
        long[] old = index;
        index = emptyIndex(entries);
        for (int at = 0; at < old.length; at += WORDS) {
            long entry = old[at + 1];
            if (entry != EMPTY && places[(int) (entry >>> Integer.SIZE)] != ABSENT) {
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
        places[(int) (entry >>> Integer.SIZE)] = at;
    }

    private static long[] emptyIndex(int entries) {
        long[] table = new long[entries * WORDS];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
