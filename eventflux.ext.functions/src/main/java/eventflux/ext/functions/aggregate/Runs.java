package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.LongBag;

/** The equal values of a bag, which lie side by side. */
final class Runs {

    private Runs() {}

    /** The rank behind the last value that equals the one at a rank: by steps that double and are halved again. */
    static long behind(LongBag values, long rank) {
        long value = values.at(rank);
        long last = rank;
        long step = 1;
        while (isAt(values, last + step, value)) {
            last += step;
            step *= 2;
        }
        for (; step > 0; step /= 2) {
            if (isAt(values, last + step, value)) {
                last += step;
            }
        }
        return last + 1;
    }

    private static boolean isAt(LongBag values, long rank, long value) {
        return rank < values.size() && values.at(rank) == value;
    }
}
