package eventflux.bench.layout;

/** The two conditions of the filter: {@code price >= minPrice and volume >= minVolume}. */
record Limits(double minPrice, long minVolume) {

    /** Limits that let the given share of {@link Ticks} pass, each condition contributing its square root. */
    static Limits passing(double share) {
        double each = Math.sqrt(share);
        return new Limits(Ticks.HIGHEST_PRICE * (1 - each), (long) (Ticks.HIGHEST_VOLUME * (1 - each)));
    }
}
