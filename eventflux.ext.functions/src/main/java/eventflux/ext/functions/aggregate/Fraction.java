package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.AggregatorContext;

/** Reads constants between zero and one. */
final class Fraction {

    private Fraction() {}

    static double of(AggregatorContext context, int constant) {
        double fraction = (Double) context.constants().get(constant);
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a fraction is between 0 and 1, not " + fraction);
        }
        return fraction;
    }
}
