package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;
import java.util.Arrays;

/**
 * Slots in the order of their keys: blocks of sorted entries, and an array of the blocks in order. An entry costs two binary
 * searches and the move of half a block.
 *
 * <pre>
 *   blocks:  | 0 | 1 | 2 | …        block:  keys   | k0 &lt;= k1 &lt;= k2 … |   slots ascend where keys are equal
 *                                           slots  | s0    s1    s2 … |
 * </pre>
 */
public final class OrderedIndex implements RowIndex {

    /** There is no further entry. */
    public static final int NONE = EqualIndex.NONE;

    private static final int BLOCK_ENTRIES = 256;
    private static final int INITIAL_CAPACITY = 16;

    private final RowKey key;

    // All fields below are written by the thread that owns the application.
    private Block[] blocks = {new Block()};
    private int blockCount = 1;
    private long[] keyBySlot = new long[INITIAL_CAPACITY];
    private boolean[] isIn = new boolean[INITIAL_CAPACITY];
    private int cursorBlock;
    private int cursorEntry;

    private static final class Block {
        private final long[] keys = new long[BLOCK_ENTRIES];
        private final int[] slots = new int[BLOCK_ENTRIES];
        private int count;

        private void insert(int at, long value, int slot) {
            System.arraycopy(keys, at, keys, at + 1, count - at);
            System.arraycopy(slots, at, slots, at + 1, count - at);
            keys[at] = value;
            slots[at] = slot;
            count++;
        }

        private void remove(int at) {
            count--;
            System.arraycopy(keys, at + 1, keys, at, count - at);
            System.arraycopy(slots, at + 1, slots, at, count - at);
        }

        private boolean isBefore(int at, long value, int slot) {
            return keys[at] < value || keys[at] == value && slots[at] < slot;
        }

        /** The first entry that is not before another. */
        private int find(long value, int slot) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = low + high >>> 1;
                if (isBefore(middle, value, slot)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** An empty index over a key of the table's rows whose longs sort as its values do. */
    public OrderedIndex(RowKey key) {
        this.key = key;
    }

    @Override
    public void add(int slot, RowView row, EvalContext context) {
        makeRoom(slot);
        if (!key.read(row, context)) {
            return;
        }
        long value = key.value();
        keyBySlot[slot] = value;
        isIn[slot] = true;
        int at = block(value, slot);
        if (blocks[at].count == BLOCK_ENTRIES) {
            split(at);
            at = block(value, slot);
        }
        Block block = blocks[at];
        block.insert(block.find(value, slot), value, slot);
    }

    @Override
    public void remove(int slot) {
        if (slot >= isIn.length || !isIn[slot]) {
            return;
        }
        isIn[slot] = false;
        long value = keyBySlot[slot];
        int at = block(value, slot);
        Block block = blocks[at];
        block.remove(block.find(value, slot));
        if (block.count == 0 && blockCount > 1) {
            blockCount--;
            System.arraycopy(blocks, at + 1, blocks, at, blockCount - at);
            // An empty block is used by the next split.
            blocks[blockCount] = block;
        }
    }

    @Override
    public boolean moves(int slot, RowView row, EvalContext context) {
        boolean present = slot < isIn.length && isIn[slot];
        return key.read(row, context) ? !present || keyBySlot[slot] != key.value() : present;
    }

    @Override
    public void clear() {
        blocks = new Block[] {new Block()};
        blockCount = 1;
        Arrays.fill(isIn, false);
    }

    /** Stands before the first entry whose key is at least so much. */
    public void begin(long from) {
        cursorBlock = block(from, 0);
        cursorEntry = blocks[cursorBlock].find(from, 0);
    }

    /** The slot of the next entry whose key is at most so much, or {@link EqualIndex#NONE}. */
    public int next(long to) {
        while (cursorEntry == blocks[cursorBlock].count) {
            if (cursorBlock == blockCount - 1) {
                return EqualIndex.NONE;
            }
            cursorBlock++;
            cursorEntry = 0;
        }
        Block block = blocks[cursorBlock];
        return block.keys[cursorEntry] > to ? EqualIndex.NONE : block.slots[cursorEntry++];
    }

    // The last block whose first entry is not behind another, or the first block.
    private int block(long value, int slot) {
        int low = 0;
        int high = blockCount - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            Block block = blocks[middle];
            if (block.isBefore(0, value, slot) || block.keys[0] == value && block.slots[0] == slot) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void split(int at) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockCount * 2);
        }
        Block upper = blocks[blockCount] == null ? new Block() : blocks[blockCount];
        System.arraycopy(blocks, at + 1, blocks, at + 2, blockCount - at - 1);
        blocks[at + 1] = upper;
        blockCount++;
        Block lower = blocks[at];
        int half = BLOCK_ENTRIES / 2;
        upper.count = BLOCK_ENTRIES - half;
        System.arraycopy(lower.keys, half, upper.keys, 0, upper.count);
        System.arraycopy(lower.slots, half, upper.slots, 0, upper.count);
        lower.count = half;
    }

    private void makeRoom(int slot) {
        if (slot >= keyBySlot.length) {
            int capacity = Math.max(slot + 1, keyBySlot.length * 2);
            keyBySlot = Arrays.copyOf(keyBySlot, capacity);
            isIn = Arrays.copyOf(isIn, capacity);
        }
    }

    @Override
    public String toString() {
        return "ordered index on " + key;
    }
}
