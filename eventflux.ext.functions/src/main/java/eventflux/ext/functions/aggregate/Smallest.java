package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.StateFactory;

/** The smallest of values that come and go; which structure keeps it depends on how they go. */
interface Smallest {

    void add(long value);

    void remove(long value);

    void clear();

    boolean isEmpty();

    /** The smallest; there has to be one. */
    long get();

    /** Whether values that have gone still count. */
    default boolean outlivesRows() {
        return false;
    }

    /** The cheapest that does. */
    static Smallest of(AggregatorContext context) {
        if (!context.removes()) {
            return new OfAll(context.state());
        }
        StateFactory state = context.state();
        return context.removesInOrder() ? new OfQueue(state.longDeque("values")) : new OfBag(state.longBag("values"));
    }

    /** Of values that only go all together: the smallest itself. */
    final class OfAll implements Smallest {

        private final LongCell smallest;
        private final LongCell count;

        OfAll(StateFactory state) {
            this.smallest = state.longCell("smallest", Long.MAX_VALUE);
            this.count = state.longCell("count", 0);
        }

        @Override
        public void add(long value) {
            count.set(count.get() + 1);
            if (value < smallest.get()) {
                smallest.set(value);
            }
        }

        @Override
        public void remove(long value) {
            throw new UnsupportedOperationException("nothing was going to be removed");
        }

        @Override
        public void clear() {
            smallest.set(Long.MAX_VALUE);
            count.set(0);
        }

        @Override
        public boolean isEmpty() {
            return count.get() == 0;
        }

        @Override
        public long get() {
            return smallest.get();
        }
    }

    /**
     * Of values of which the oldest goes first: those that can still become the smallest, in rising order. A value that
     * is larger than a later one cannot. Each value is put in and taken out once.
     */
    record OfQueue(LongDeque candidates) implements Smallest {

        @Override
        public void add(long value) {
            while (!candidates.isEmpty() && candidates.last() > value) {
                candidates.removeLast();
            }
            candidates.addLast(value);
        }

        @Override
        public void remove(long value) {
            if (candidates.first() == value) {
                candidates.removeFirst();
            }
        }

        @Override
        public void clear() {
            candidates.clear();
        }

        @Override
        public boolean isEmpty() {
            return candidates.isEmpty();
        }

        @Override
        public long get() {
            return candidates.first();
        }
    }

    /** Of values of which any may go: all of them. */
    record OfBag(LongBag values) implements Smallest {

        @Override
        public void add(long value) {
            values.add(value);
        }

        @Override
        public void remove(long value) {
            values.remove(value);
        }

        @Override
        public void clear() {
            values.clear();
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public long get() {
            return values.first();
        }
    }

    /** Of all values that ever came. */
    record OfEver(OfAll all) implements Smallest {

        @Override
        public void add(long value) {
            all.add(value);
        }

        @Override
        public void remove(long value) {
            // what was smallest once stays so
        }

        @Override
        public void clear() {
            // what was smallest once stays so
        }

        @Override
        public boolean isEmpty() {
            return all.isEmpty();
        }

        @Override
        public long get() {
            return all.get();
        }

        @Override
        public boolean outlivesRows() {
            return true;
        }
    }
}
