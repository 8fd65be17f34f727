package eventflux.core.operator.index;

import eventflux.api.event.DataType;
import eventflux.core.row.RowLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.agrona.UnsafeApi;

/**
 * Readers by intervals of a number, in a segment tree: the ends of all intervals cut the line of numbers into pieces, the pieces
 * are the leaves of a binary tree, and an interval lies in the few nodes that cover it exactly. A number meets the intervals in
 * the nodes from its piece up to the root. After J. L. Bentley, Solutions to Klee's rectangle problems, 1977.
 *
 * <p>Numbers are compared by a key, a long in the same order, so that intervals include both ends.
 */
public final class IntervalIndex implements ColumnIndex {

    private static final int[] NOBODY = {};
    private static final int ROOT = 1;
    private static final int BEYOND_ROOT = 0;

    private final String column;
    private final int slotOffset;
    private final int nullOffset;
    private final long nullMask;
    private final DataType type;
    // Where the pieces begin, in order; the first one has no beginning.
    private final long[] begins;
    // Node i has the children 2i and 2i + 1; the leaves come last, in the order of the pieces.
    private final int[][] readers;
    // The next node on the way to the root that has readers, for each.
    private final int[] next;

    /**
     * An interval.
     *
     * @param low the least key
     * @param high the greatest key, not below the least
     * @param reader whose it is
     */
    public record Interval(long low, long high, int reader) {}

    /**
     * An index.
     *
     * @param layout of the rows
     * @param column numbers, or texts that are codes
     * @param intervals in any order
     */
    public IntervalIndex(RowLayout layout, int column, List<Interval> intervals) {
        this.column = layout.schema().column(column).name();
        this.slotOffset = layout.slotOffset(column);
        this.nullOffset = layout.nullOffset(column);
        this.nullMask = layout.nullMask(column);
        this.type = layout.type(column);
        this.begins = intervals.stream()
                .flatMapToLong(interval -> interval.high() == Long.MAX_VALUE
                        ? LongStream.of(interval.low())
                        : LongStream.of(interval.low(), interval.high() + 1))
                .sorted()
                .distinct()
                .toArray();
        this.readers = new int[2 * (begins.length + 1)][];
        Arrays.fill(readers, NOBODY);
        intervals.forEach(this::add);
        this.next = IntStream.range(0, readers.length).map(this::nextAbove).toArray();
    }

    /** The key of a real number; that of a whole one is the number itself. A zero is a zero, whatever its sign. */
    public static long key(double number) {
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return bits ^ bits >> Long.SIZE - 1 & Long.MAX_VALUE;
    }

    private void add(Interval interval) {
        int left = leaf(interval.low());
        // The greatest number has no piece behind its own.
        int right = interval.high() == Long.MAX_VALUE ? readers.length : leaf(interval.high() + 1);
        while (left < right) {
            if ((left & 1) == 1) {
                append(left++, interval.reader());
            }
            if ((right & 1) == 1) {
                append(--right, interval.reader());
            }
            left >>= 1;
            right >>= 1;
        }
    }

    private void append(int node, int reader) {
        int[] present = readers[node];
        int[] all = Arrays.copyOf(present, present.length + 1);
        all[present.length] = reader;
        readers[node] = all;
    }

    private int nextAbove(int node) {
        int above = node >> 1;
        while (above > BEYOND_ROOT && readers[above].length == 0) {
            above >>= 1;
        }
        return above;
    }

    // Without a branch that depends on the numbers: those cannot be foreseen.
    private int leaf(long key) {
        long[] all = begins;
        int base = 0;
        int length = all.length;
        while (length > 1) {
            int half = length >> 1;
            base = all[base + half - 1] <= key ? base + half : base;
            length -= half;
        }
        boolean isBehind = length == 1 && all[base] <= key;
        return all.length + 1 + base + (isBehind ? 1 : 0);
    }

    @Override
    public void find(long row, ReaderMarks marks) {
        if ((UnsafeApi.getLong(row + nullOffset) & nullMask) != 0) {
            return;
        }
        for (int node = leaf(keyOf(UnsafeApi.getLong(row + slotOffset))); node >= ROOT; node = next[node]) {
            marks.addAll(readers[node]);
        }
    }

    private long keyOf(long slot) {
        return switch (type) {
            case DOUBLE -> key(Double.longBitsToDouble(slot));
            case FLOAT -> key((double) Float.intBitsToFloat((int) slot));
            default -> slot;
        };
    }

    @Override
    public String toString() {
        return column + ", " + (begins.length + 1) + " intervals";
    }
}
