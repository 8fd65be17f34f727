package eventflux.core.operator.index;

import eventflux.core.row.RowLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.UnsafeApi;

/**
 * Readers by a text, in a hash table over its bytes as they lie in the row: padded with zeros, so that they are hashed and
 * compared eight at a time.
 */
public final class TextIndex implements ColumnIndex {

    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final String column;
    private final int slotOffset;
    private final int nullOffset;
    private final long nullMask;
    // Open addressing; at most half of the places are taken. Texts are padded, with their length beside them.
    private final byte[][] texts;
    private final int[] lengths;
    private final int[][] readers;
    private final int count;

    /**
     * A text.
     *
     * @param text that the column has
     * @param reader who wants to know
     */
    public record Wanted(String text, int reader) {}

    /**
     * An index.
     *
     * @param layout of the rows
     * @param column texts that are no codes
     * @param wanted in any order
     */
    public TextIndex(RowLayout layout, int column, List<Wanted> wanted) {
        this.column = layout.schema().column(column).name();
        this.slotOffset = layout.slotOffset(column);
        this.nullOffset = layout.nullOffset(column);
        this.nullMask = layout.nullMask(column);
        Map<String, List<Integer>> byText = new LinkedHashMap<>();
        wanted.forEach(one ->
                byText.computeIfAbsent(one.text(), text -> new ArrayList<>()).add(one.reader()));
        int capacity = Integer.highestOneBit(Math.max(1, byText.size() * 2 - 1)) << 1;
        this.count = byText.size();
        this.texts = new byte[capacity][];
        this.lengths = new int[capacity];
        this.readers = new int[capacity][];
        byText.forEach(this::put);
    }

    private void put(String text, List<Integer> wanting) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, RowLayout.align(bytes.length));
        int place = hash(padded, BYTES, bytes.length) & texts.length - 1;
        while (texts[place] != null) {
            place = place + 1 & texts.length - 1;
        }
        texts[place] = padded;
        lengths[place] = bytes.length;
        readers[place] = wanting.stream().mapToInt(Integer::intValue).toArray();
    }

    // Of bytes in an array, or at an address when there is none.
    private static int hash(byte[] array, long from, int length) {
        long hash = length;
        for (int i = 0; i < length; i += Long.BYTES) {
            hash = (hash ^ UnsafeApi.getLong(array, from + i)) * MIX;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    @Override
    public void find(long row, ReaderMarks marks) {
        if ((UnsafeApi.getLong(row + nullOffset) & nullMask) != 0) {
            return;
        }
        long slot = UnsafeApi.getLong(row + slotOffset);
        long text = row + RowLayout.textOffset(slot);
        int length = RowLayout.textLength(slot);
        int mask = texts.length - 1;
        int place = hash(null, text, length) & mask;
        while (texts[place] != null) {
            if (lengths[place] == length && isEqual(texts[place], text, length)) {
                marks.addAll(readers[place]);
                return;
            }
            place = place + 1 & mask;
        }
    }

    private static boolean isEqual(byte[] padded, long text, int length) {
        for (int i = 0; i < length; i += Long.BYTES) {
            if (UnsafeApi.getLong(padded, BYTES + i) != UnsafeApi.getLong(text + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return column + ", " + count + " texts";
    }
}
