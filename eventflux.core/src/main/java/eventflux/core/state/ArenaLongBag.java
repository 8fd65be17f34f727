package eventflux.core.state;

import eventflux.api.spi.state.LongBag;
import eventflux.core.row.RowArena;
import java.util.BitSet;
import java.util.function.LongConsumer;
import org.agrona.UnsafeApi;

/**
 * A bag of longs: a treap (Seidel and Aragon, "Randomized Search Trees", 1996) of blocks of an arena. A node's priority is a
 * hash of its value, so the shape follows from the values alone and a restored bag is the one that was saved.
 *
 * <pre>
 *   record:  root block | different values
 *   block:   | value | how often | values in the subtree | left block | right block |      one long each
 * </pre>
 */
final class ArenaLongBag implements LongBag, StateComponent {

    private static final int COUNT = Long.BYTES;
    private static final int TOTAL = 2 * Long.BYTES;
    private static final int LEFT = 3 * Long.BYTES;
    private static final int RIGHT = 4 * Long.BYTES;
    private static final int BLOCK_BYTES = 5 * Long.BYTES;

    private final RecordStore store;
    private final String name;
    private final RowArena arena;
    private final BagOrder order;
    private final int root;
    private final int distinct;

    ArenaLongBag(RecordStore store, String name, RowArena arena, BagOrder order) {
        this.store = store;
        this.name = name;
        this.arena = arena;
        this.order = order;
        this.root = store.addAddressCell();
        this.distinct = store.addCell();
        store.add(this);
    }

    @Override
    public boolean add(long value) {
        return add(value, 1);
    }

    private boolean add(long value, long times) {
        long before = distinct();
        store.putLong(root, insert(root(), value, times));
        return distinct() > before;
    }

    private long insert(long node, long value, long times) {
        if (node == RowArena.NONE) {
            store.putLong(distinct, distinct() + 1);
            return leaf(value, times);
        }
        put(node, TOTAL, get(node, TOTAL) + times);
        int side = order.compare(value, get(node, 0));
        if (side == 0) {
            put(node, COUNT, get(node, COUNT) + times);
            return node;
        }
        int towards = side < 0 ? LEFT : RIGHT;
        long child = insert(get(node, towards), value, times);
        put(node, towards, child);
        return isAbove(child, node) ? rotate(node, child, towards) : node;
    }

    private long leaf(long value, long times) {
        long node = arena.allocate(BLOCK_BYTES);
        put(node, 0, value);
        put(node, COUNT, times);
        put(node, TOTAL, times);
        put(node, LEFT, RowArena.NONE);
        put(node, RIGHT, RowArena.NONE);
        return node;
    }

    // The child on one side becomes the parent of its parent.
    private long rotate(long node, long child, int side) {
        int other = side == LEFT ? RIGHT : LEFT;
        put(node, side, get(child, other));
        put(child, other, node);
        put(child, TOTAL, get(node, TOTAL));
        put(node, TOTAL, get(node, COUNT) + total(get(node, LEFT)) + total(get(node, RIGHT)));
        return child;
    }

    @Override
    public boolean remove(long value) {
        if (count(value) == 0) {
            throw new IllegalStateException("value=" + value + " is not in the bag");
        }
        long before = distinct();
        store.putLong(root, delete(root(), value));
        return distinct() < before;
    }

    private long count(long value) {
        long node = root();
        while (node != RowArena.NONE) {
            int side = order.compare(value, get(node, 0));
            if (side == 0) {
                return get(node, COUNT);
            }
            node = get(node, side < 0 ? LEFT : RIGHT);
        }
        return 0;
    }

    private long delete(long node, long value) {
        int side = order.compare(value, get(node, 0));
        if (side == 0 && get(node, COUNT) == 1) {
            long below = merge(get(node, LEFT), get(node, RIGHT));
            arena.release(node, BLOCK_BYTES);
            store.putLong(distinct, distinct() - 1);
            return below;
        }
        put(node, TOTAL, get(node, TOTAL) - 1);
        if (side == 0) {
            put(node, COUNT, get(node, COUNT) - 1);
        } else {
            int towards = side < 0 ? LEFT : RIGHT;
            put(node, towards, delete(get(node, towards), value));
        }
        return node;
    }

    private long merge(long left, long right) {
        if (left == RowArena.NONE) {
            return right;
        }
        if (right == RowArena.NONE) {
            return left;
        }
        if (isAbove(left, right)) {
            put(left, TOTAL, get(left, TOTAL) + get(right, TOTAL));
            put(left, RIGHT, merge(get(left, RIGHT), right));
            return left;
        }
        put(right, TOTAL, get(left, TOTAL) + get(right, TOTAL));
        put(right, LEFT, merge(left, get(right, LEFT)));
        return right;
    }

    @Override
    public long size() {
        return total(root());
    }

    @Override
    public long distinct() {
        return store.getLong(distinct);
    }

    @Override
    public long first() {
        return end(LEFT);
    }

    @Override
    public long last() {
        return end(RIGHT);
    }

    private long end(int side) {
        requireRank(0);
        long node = root();
        for (long next = get(node, side); next != RowArena.NONE; next = get(node, side)) {
            node = next;
        }
        return get(node, 0);
    }

    @Override
    public long at(long rank) {
        requireRank(rank);
        long node = root();
        long before = rank;
        while (true) {
            long left = total(get(node, LEFT));
            long count = get(node, COUNT);
            if (before < left) {
                node = get(node, LEFT);
            } else if (before < left + count) {
                return get(node, 0);
            } else {
                before -= left + count;
                node = get(node, RIGHT);
            }
        }
    }

    private void requireRank(long rank) {
        if (rank < 0 || rank >= size()) {
            throw new IllegalStateException("rank=" + rank + " of size=" + size());
        }
    }

    @Override
    public long floor(long limit, long none) {
        long found = none;
        long node = root();
        while (node != RowArena.NONE) {
            long value = get(node, 0);
            if (order.compare(value, limit) <= 0) {
                found = value;
                node = get(node, RIGHT);
            } else {
                node = get(node, LEFT);
            }
        }
        return found;
    }

    @Override
    public void clear() {
        release(root());
        initialize();
    }

    private void release(long node) {
        if (node != RowArena.NONE) {
            release(get(node, LEFT));
            release(get(node, RIGHT));
            arena.release(node, BLOCK_BYTES);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void initialize() {
        store.putLong(root, RowArena.NONE);
        store.putLong(distinct, 0);
    }

    @Override
    public void release() {
        clear();
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeInt(Math.toIntExact(distinct()));
        visit(root(), node -> {
            out.writeLong(get(node, 0));
            out.writeLong(get(node, COUNT));
        });
    }

    @Override
    public void restore(SnapshotReader in) {
        clear();
        int values = in.readCount(2 * Long.BYTES);
        for (int i = 0; i < values; i++) {
            add(order.isOfCodes() ? in.readCode() : in.readLong(), in.readLong());
        }
    }

    @Override
    public void mark(BitSet symbols) {
        if (order.isOfCodes()) {
            visit(root(), node -> symbols.set((int) get(node, 0)));
        }
    }

    private void visit(long node, LongConsumer visitor) {
        if (node != RowArena.NONE) {
            visit(get(node, LEFT), visitor);
            visitor.accept(node);
            visit(get(node, RIGHT), visitor);
        }
    }

    private long root() {
        return store.getLong(root);
    }

    private long total(long node) {
        return node == RowArena.NONE ? 0 : get(node, TOTAL);
    }

    private boolean isAbove(long node, long other) {
        return Long.compareUnsigned(priority(get(node, 0)), priority(get(other, 0))) > 0;
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood, 2014), which is one to one: different values never tie.
    private static long priority(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private long get(long node, int field) {
        return UnsafeApi.getLong(node + field);
    }

    private void put(long node, int field, long value) {
        UnsafeApi.putLong(node + field, value);
    }
}
