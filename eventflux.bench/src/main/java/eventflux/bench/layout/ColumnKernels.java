package eventflux.bench.layout;

import static eventflux.bench.layout.ColumnBatch.NULLS;
import static eventflux.bench.layout.ColumnBatch.PRICE;
import static eventflux.bench.layout.ColumnBatch.SLOTS;
import static eventflux.bench.layout.ColumnBatch.SYMBOL;
import static eventflux.bench.layout.ColumnBatch.TIME;
import static eventflux.bench.layout.ColumnBatch.TIMESTAMP;
import static eventflux.bench.layout.ColumnBatch.VOLUME;

import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.CompilerControl.Mode;

/** The operators on column-major batches. Not inlined, as an operator behind an interface would not be. */
final class ColumnKernels {

    private static final long PRICE_AND_VOLUME = 0b110;
    private static final long PRICE_ONLY = 0b010;

    private ColumnKernels() {}

    @CompilerControl(Mode.DONT_INLINE)
    static void filter(ColumnBatch in, Limits limits, ColumnBatch out) {
        UnsafeBuffer rows = in.buffer;
        int nulls = in.column(NULLS);
        int prices = in.column(PRICE);
        int volumes = in.column(VOLUME);
        double minPrice = limits.minPrice();
        long minVolume = limits.minVolume();
        int end = in.count * Long.BYTES;
        for (int at = 0; at < end; at += Long.BYTES) {
            if ((rows.getLong(nulls + at) & PRICE_AND_VOLUME) == 0) {
                double price = rows.getDouble(prices + at);
                long volume = rows.getLong(volumes + at);
                if (price >= minPrice && volume >= minVolume) {
                    project(in, at, price * volume, out);
                }
            }
        }
        out.close(2);
    }

    private static void project(ColumnBatch in, int at, double value, ColumnBatch out) {
        UnsafeBuffer rows = in.buffer;
        out.begin(rows.getLong(in.column(TIMESTAMP) + at));
        out.setLong(0, rows.getLong(in.column(SYMBOL) + at));
        out.setDouble(1, value);
        out.end();
    }

    /** First all conditions into a list of positions, without a branch; then the projection column by column. */
    @CompilerControl(Mode.DONT_INLINE)
    static void filterSelecting(ColumnBatch in, Limits limits, int[] selected, ColumnBatch out) {
        int found = select(in, limits, selected);
        copySelected(in, in.column(TIMESTAMP), selected, found, out, out.column(TIMESTAMP));
        copySelected(in, in.column(SYMBOL), selected, found, out, out.column(SYMBOL));
        UnsafeBuffer rows = in.buffer;
        UnsafeBuffer target = out.buffer;
        int prices = in.column(PRICE);
        int volumes = in.column(VOLUME);
        int values = out.column(SLOTS + 1);
        int nulls = out.column(NULLS);
        for (int i = 0; i < found; i++) {
            int at = selected[i];
            target.putDouble(values + i * Long.BYTES, rows.getDouble(prices + at) * rows.getLong(volumes + at));
            target.putLong(nulls + i * Long.BYTES, 0L);
        }
        out.count = found;
        out.close(2);
    }

    private static int select(ColumnBatch in, Limits limits, int[] selected) {
        UnsafeBuffer rows = in.buffer;
        int nulls = in.column(NULLS);
        int prices = in.column(PRICE);
        int volumes = in.column(VOLUME);
        double minPrice = limits.minPrice();
        long minVolume = limits.minVolume();
        int end = in.count * Long.BYTES;
        int found = 0;
        for (int at = 0; at < end; at += Long.BYTES) {
            selected[found] = at;
            int present = (rows.getLong(nulls + at) & PRICE_AND_VOLUME) == 0 ? 1 : 0;
            int dear = rows.getDouble(prices + at) >= minPrice ? 1 : 0;
            int large = rows.getLong(volumes + at) >= minVolume ? 1 : 0;
            found += present & dear & large;
        }
        return found;
    }

    private static void copySelected(ColumnBatch in, int from, int[] selected, int found, ColumnBatch out, int to) {
        UnsafeBuffer rows = in.buffer;
        UnsafeBuffer target = out.buffer;
        for (int i = 0; i < found; i++) {
            target.putLong(to + i * Long.BYTES, rows.getLong(from + selected[i]));
        }
    }

    @CompilerControl(Mode.DONT_INLINE)
    static void total(ColumnBatch in, Totals totals) {
        UnsafeBuffer rows = in.buffer;
        int nulls = in.column(NULLS);
        int symbols = in.column(SYMBOL);
        int prices = in.column(PRICE);
        int end = in.count * Long.BYTES;
        for (int at = 0; at < end; at += Long.BYTES) {
            if ((rows.getLong(nulls + at) & PRICE_ONLY) == 0) {
                totals.add((int) rows.getLong(symbols + at), rows.getDouble(prices + at));
            }
        }
    }

    @CompilerControl(Mode.DONT_INLINE)
    static void fill(Ticks ticks, int from, int to, ColumnBatch out) {
        for (int i = from; i < to; i++) {
            out.begin(ticks.time()[i]);
            out.setLong(0, ticks.symbol()[i]);
            out.setDouble(1, ticks.price()[i]);
            out.setLong(2, ticks.volume()[i]);
            out.setLong(3, ticks.time()[i]);
            out.end();
        }
        out.close(4);
    }

    @CompilerControl(Mode.DONT_INLINE)
    static double consume(ColumnBatch in) {
        UnsafeBuffer rows = in.buffer;
        int nulls = in.column(NULLS);
        int symbols = in.column(SYMBOL);
        int prices = in.column(PRICE);
        int volumes = in.column(VOLUME);
        int times = in.column(TIME);
        int end = in.count * Long.BYTES;
        double sum = 0;
        long other = 0;
        for (int at = 0; at < end; at += Long.BYTES) {
            sum += rows.getDouble(prices + at);
            other += rows.getLong(nulls + at)
                    + rows.getLong(symbols + at)
                    + rows.getLong(volumes + at)
                    + rows.getLong(times + at);
        }
        return sum + other;
    }

    /** Copies whole rows found by an index, as a join or a pattern does. */
    @CompilerControl(Mode.DONT_INLINE)
    static void gather(ColumnBatch in, int[] positions, int from, int to, ColumnBatch out) {
        UnsafeBuffer rows = in.buffer;
        UnsafeBuffer target = out.buffer;
        for (int i = from; i < to; i++) {
            int at = positions[i];
            int toAt = out.count * Long.BYTES;
            for (int column = TIMESTAMP; column <= TIME; column++) {
                target.putLong(out.column(column) + toAt, rows.getLong(in.column(column) + at));
            }
            out.end();
        }
        out.close(4);
    }
}
