package eventflux.bench.layout;

import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.CompilerControl.Mode;

/** The reference: the same loops over plain arrays, without null bits, timestamps or a layout. */
final class ArrayKernels {

    private ArrayKernels() {}

    @CompilerControl(Mode.DONT_INLINE)
    static int filter(Ticks in, int from, int to, Limits limits, Ticks out) {
        double minPrice = limits.minPrice();
        long minVolume = limits.minVolume();
        int found = 0;
        for (int i = from; i < to; i++) {
            double price = in.price()[i];
            long volume = in.volume()[i];
            if (price >= minPrice && volume >= minVolume) {
                out.time()[found] = in.time()[i];
                out.symbol()[found] = in.symbol()[i];
                out.price()[found] = price * volume;
                found++;
            }
        }
        return found;
    }

    @CompilerControl(Mode.DONT_INLINE)
    static void total(Ticks in, int from, int to, Totals totals) {
        for (int i = from; i < to; i++) {
            totals.add(in.symbol()[i], in.price()[i]);
        }
    }

    @CompilerControl(Mode.DONT_INLINE)
    static void fill(Ticks in, int from, int to, Ticks out) {
        for (int i = from; i < to; i++) {
            out.symbol()[i - from] = in.symbol()[i];
            out.price()[i - from] = in.price()[i];
            out.volume()[i - from] = in.volume()[i];
            out.time()[i - from] = in.time()[i];
        }
    }

    @CompilerControl(Mode.DONT_INLINE)
    static double consume(Ticks in, int count) {
        double sum = 0;
        long other = 0;
        for (int i = 0; i < count; i++) {
            sum += in.price()[i];
            other += in.symbol()[i] + in.volume()[i] + in.time()[i];
        }
        return sum + other;
    }
}
