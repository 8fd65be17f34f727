package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.LongCell;

/**
 * About how many different values there are (Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog: the analysis of a near-optimal
 * cardinality estimation algorithm", 2007), with 4,096 registers: a standard error of 1.6 %.
 *
 * <p>A register is the largest rank that was seen. Where values leave, the ranks of each register are counted, so that the
 * largest is known again when it has left; that takes some twelve ranks a register.
 */
final class SketchedDistinctCount
        implements Aggregator.OfLong,
                Aggregator.OfDouble,
                Aggregator.OfText,
                Aggregator.Merging<SketchedDistinctCount> {

    private static final int REGISTER_BITS = 12;
    private static final int REGISTERS = 1 << REGISTER_BITS;
    private static final int RANK_BITS = 6;
    private static final int LARGEST_RANK = 51;

    /** Of 2 to the power of minus a rank, summed over all registers that are not empty, in units that make it whole. */
    private static final double UNIT = 0x1p-51;

    private static final double BIAS = 0.7213 / (1 + 1.079 / REGISTERS) * REGISTERS * REGISTERS;
    private static final double SMALL = 2.5 * REGISTERS;
    private static final long NONE = -1;

    private final LongBag ranks;
    private final LongCell used;
    private final LongCell sum;
    private final boolean removes;

    SketchedDistinctCount(AggregatorContext context) {
        ranks = context.state().longBag("ranks");
        used = context.state().longCell("used", 0);
        sum = context.state().longCell("sum", 0);
        removes = context.removes();
    }

    @Override
    public void add(long value) {
        addHash(mixed(value));
    }

    @Override
    public void remove(long value) {
        removeHash(mixed(value));
    }

    @Override
    public void add(double value) {
        addHash(mixed(Double.doubleToLongBits(value + 0.0)));
    }

    @Override
    public void remove(double value) {
        removeHash(mixed(Double.doubleToLongBits(value + 0.0)));
    }

    @Override
    public void add(String value) {
        addHash(hash(value));
    }

    @Override
    public void remove(String value) {
        removeHash(hash(value));
    }

    private void addHash(long hash) {
        addEntry(entry(register(hash), hash));
    }

    private void addEntry(long entry) {
        long before = largest(entry >> RANK_BITS);
        if (removes) {
            ranks.add(entry);
        } else if (entry > before) {
            if (before != NONE) {
                ranks.remove(before);
            }
            ranks.add(entry);
        }
        change(before, Math.max(before, entry));
    }

    private void removeHash(long hash) {
        long register = register(hash);
        long before = largest(register);
        ranks.remove(entry(register, hash));
        change(before, largest(register));
    }

    private long largest(long register) {
        long found = ranks.floor(register << RANK_BITS | (1 << RANK_BITS) - 1, NONE);
        return found >> RANK_BITS == register ? found : NONE;
    }

    private void change(long before, long after) {
        if (before != after) {
            used.set(used.get() + (before == NONE ? 1 : 0) - (after == NONE ? 1 : 0));
            sum.set(sum.get() - share(before) + share(after));
        }
    }

    private static long share(long entry) {
        return entry == NONE ? 0 : 1L << LARGEST_RANK - (entry & (1 << RANK_BITS) - 1);
    }

    private static long register(long hash) {
        return hash >>> Long.SIZE - REGISTER_BITS;
    }

    private static long entry(long register, long hash) {
        int rank = Math.min(LARGEST_RANK, Long.numberOfLeadingZeros(hash << REGISTER_BITS) + 1);
        return register << RANK_BITS | rank;
    }

    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L; // FNV-1a, mixed once more
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    private static long mixed(long value) {
        long spread = value + 0x9E3779B97F4A7C15L;
        long mixed = (spread ^ spread >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    @Override
    public void merge(SketchedDistinctCount other) {
        for (long place = 0; place < other.ranks.size(); place++) {
            addEntry(other.ranks.at(place));
        }
    }

    @Override
    public void reset() {
        ranks.clear();
        used.set(0);
        sum.set(0);
    }

    @Override
    public boolean isNull() {
        return false;
    }

    @Override
    public long getLong() {
        long empty = REGISTERS - used.get();
        double estimate = BIAS / (empty + sum.get() * UNIT);
        boolean countsEmpty = estimate <= SMALL && empty > 0;
        return Math.round(countsEmpty ? REGISTERS * Math.log((double) REGISTERS / empty) : estimate);
    }
}
