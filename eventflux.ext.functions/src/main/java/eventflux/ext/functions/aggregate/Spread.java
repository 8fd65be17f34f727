package eventflux.ext.functions.aggregate;

/** What is made of the squared differences from the mean. */
enum Spread {
    DEVIATION_OF_POPULATION(0) {
        @Override
        double of(double squaredDifferences, long count) {
            return Math.sqrt(squaredDifferences / count);
        }
    },
    DEVIATION_OF_SAMPLE(1) {
        @Override
        double of(double squaredDifferences, long count) {
            return Math.sqrt(squaredDifferences / (count - 1));
        }
    },
    VARIANCE_OF_POPULATION(0) {
        @Override
        double of(double squaredDifferences, long count) {
            return squaredDifferences / count;
        }
    },
    VARIANCE_OF_SAMPLE(1) {
        @Override
        double of(double squaredDifferences, long count) {
            return squaredDifferences / (count - 1);
        }
    };

    private final int lost;

    Spread(int lost) {
        this.lost = lost;
    }

    abstract double of(double squaredDifferences, long count);

    /** Over fewer values it is null. */
    int leastCount() {
        return lost + 1;
    }
}
