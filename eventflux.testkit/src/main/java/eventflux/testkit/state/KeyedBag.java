package eventflux.testkit.state;

import eventflux.api.spi.state.LongBag;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A bag: how often each value is there. */
final class KeyedBag extends Keyed<TreeMap<Long, Long>> implements LongBag {

    private final Comparator<Long> order;

    KeyedBag(Present present, Comparator<Long> order) {
        super(present);
        this.order = order;
    }

    @Override
    TreeMap<Long, Long> fresh() {
        return new TreeMap<>(order);
    }

    @Override
    TreeMap<Long, Long> copy(TreeMap<Long, Long> value) {
        TreeMap<Long, Long> copy = fresh();
        copy.putAll(value);
        return copy;
    }

    @Override
    public boolean add(long value) {
        return here().merge(value, 1L, Long::sum) == 1;
    }

    @Override
    public boolean remove(long value) {
        if (!here().containsKey(value)) {
            throw new IllegalStateException("value=" + value + " is not in the bag");
        }
        return here().computeIfPresent(value, (key, count) -> count == 1 ? null : count - 1) == null;
    }

    @Override
    public long size() {
        return here().values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public long distinct() {
        return here().size();
    }

    @Override
    public long first() {
        return at(0);
    }

    @Override
    public long last() {
        return at(size() - 1);
    }

    @Override
    public long at(long rank) {
        long before = 0;
        for (Map.Entry<Long, Long> entry : here().entrySet()) {
            before += entry.getValue();
            if (rank >= 0 && rank < before) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("rank=" + rank + " of size=" + before);
    }

    @Override
    public long floor(long limit, long none) {
        Long found = here().floorKey(limit);
        return found == null ? none : found;
    }

    @Override
    public void clear() {
        here().clear();
    }
}
