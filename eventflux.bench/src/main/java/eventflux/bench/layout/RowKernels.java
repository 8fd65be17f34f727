package eventflux.bench.layout;

import static eventflux.bench.layout.RowBatch.NULLS;
import static eventflux.bench.layout.RowBatch.PRICE;
import static eventflux.bench.layout.RowBatch.SYMBOL;
import static eventflux.bench.layout.RowBatch.TIME;
import static eventflux.bench.layout.RowBatch.TIMESTAMP;
import static eventflux.bench.layout.RowBatch.VOLUME;

import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.CompilerControl.Mode;

/** The operators on row-major batches. Not inlined, as an operator behind an interface would not be. */
final class RowKernels {

    private static final long PRICE_AND_VOLUME = 0b110;
    private static final long PRICE_ONLY = 0b010;

    private RowKernels() {}

    @CompilerControl(Mode.DONT_INLINE)
    static void filter(RowBatch in, Limits limits, RowBatch out) {
        UnsafeBuffer rows = in.buffer;
        double minPrice = limits.minPrice();
        long minVolume = limits.minVolume();
        int end = in.limit;
        int row = in.start;
        while (row < end) {
            if ((rows.getLong(row + NULLS) & PRICE_AND_VOLUME) == 0) {
                double price = rows.getDouble(row + PRICE);
                long volume = rows.getLong(row + VOLUME);
                if (price >= minPrice && volume >= minVolume) {
                    project(rows, row, price * volume, out);
                }
            }
            row += rows.getInt(row);
        }
    }

    /** The filter for a batch that is known to hold rows of one length, so that no step waits for a load. */
    @CompilerControl(Mode.DONT_INLINE)
    static void filterEqualRows(RowBatch in, Limits limits, RowBatch out) {
        UnsafeBuffer rows = in.buffer;
        double minPrice = limits.minPrice();
        long minVolume = limits.minVolume();
        int end = in.limit;
        int length = rows.getInt(in.start);
        for (int row = in.start; row < end; row += length) {
            if ((rows.getLong(row + NULLS) & PRICE_AND_VOLUME) == 0) {
                double price = rows.getDouble(row + PRICE);
                long volume = rows.getLong(row + VOLUME);
                if (price >= minPrice && volume >= minVolume) {
                    project(rows, row, price * volume, out);
                }
            }
        }
    }

    /** First all conditions into a list of offsets, without a branch; then the projection of those. */
    @CompilerControl(Mode.DONT_INLINE)
    static void filterSelecting(RowBatch in, Limits limits, int[] selected, RowBatch out) {
        UnsafeBuffer rows = in.buffer;
        double minPrice = limits.minPrice();
        long minVolume = limits.minVolume();
        int end = in.limit;
        int found = 0;
        for (int row = in.start; row < end; row += rows.getInt(row)) {
            selected[found] = row;
            int nulls = (rows.getLong(row + NULLS) & PRICE_AND_VOLUME) == 0 ? 1 : 0;
            int dear = rows.getDouble(row + PRICE) >= minPrice ? 1 : 0;
            int large = rows.getLong(row + VOLUME) >= minVolume ? 1 : 0;
            found += nulls & dear & large;
        }
        for (int i = 0; i < found; i++) {
            int row = selected[i];
            project(rows, row, rows.getDouble(row + PRICE) * rows.getLong(row + VOLUME), out);
        }
    }

    private static void project(UnsafeBuffer rows, int row, double value, RowBatch out) {
        out.begin(rows.getLong(row + TIMESTAMP));
        out.setLong(0, rows.getLong(row + SYMBOL));
        out.setDouble(1, value);
        out.end(2, 0);
    }

    @CompilerControl(Mode.DONT_INLINE)
    static void total(RowBatch in, Totals totals) {
        UnsafeBuffer rows = in.buffer;
        int end = in.limit;
        int row = in.start;
        while (row < end) {
            if ((rows.getLong(row + NULLS) & PRICE_ONLY) == 0) {
                totals.add((int) rows.getLong(row + SYMBOL), rows.getDouble(row + PRICE));
            }
            row += rows.getInt(row);
        }
    }

    /** The grouping for a batch that is known to hold rows of one length. */
    @CompilerControl(Mode.DONT_INLINE)
    static void totalEqualRows(RowBatch in, Totals totals) {
        UnsafeBuffer rows = in.buffer;
        int end = in.limit;
        int length = rows.getInt(in.start);
        for (int row = in.start; row < end; row += length) {
            if ((rows.getLong(row + NULLS) & PRICE_ONLY) == 0) {
                totals.add((int) rows.getLong(row + SYMBOL), rows.getDouble(row + PRICE));
            }
        }
    }

    @CompilerControl(Mode.DONT_INLINE)
    static void fill(Ticks ticks, int from, int to, RowBatch out) {
        for (int i = from; i < to; i++) {
            out.begin(ticks.time()[i]);
            out.setLong(0, ticks.symbol()[i]);
            out.setDouble(1, ticks.price()[i]);
            out.setLong(2, ticks.volume()[i]);
            out.setLong(3, ticks.time()[i]);
            out.end(4, 0);
        }
    }

    @CompilerControl(Mode.DONT_INLINE)
    static double consume(RowBatch in) {
        UnsafeBuffer rows = in.buffer;
        int end = in.limit;
        double sum = 0;
        long other = 0;
        for (int row = in.start; row < end; row += rows.getInt(row)) {
            sum += rows.getDouble(row + PRICE);
            other += rows.getLong(row + NULLS)
                    + rows.getLong(row + SYMBOL)
                    + rows.getLong(row + VOLUME)
                    + rows.getLong(row + TIME);
        }
        return sum + other;
    }

    /** Copies whole rows found by an index, as a join or a pattern does. */
    @CompilerControl(Mode.DONT_INLINE)
    static void gather(UnsafeBuffer rows, int[] offsets, int from, int to, RowBatch out) {
        for (int i = from; i < to; i++) {
            int row = offsets[i];
            int length = rows.getInt(row);
            Words.copy(rows, row, out.buffer, out.limit, length);
            out.limit += length;
        }
    }
}
