package eventflux.ext.functions.aggregate;

/** What is made of the products of differences of two values from their means. */
enum Relation {
    COVARIANCE_OF_POPULATION(1) {
        @Override
        double of(double products, double left, double right, long count) {
            return products / count;
        }
    },
    COVARIANCE_OF_SAMPLE(2) {
        @Override
        double of(double products, double left, double right, long count) {
            return products / (count - 1);
        }
    },
    CORRELATION(2) {
        @Override
        double of(double products, double left, double right, long count) {
            return Math.max(-1, Math.min(1, products / Math.sqrt(left) / Math.sqrt(right)));
        }
    };

    private final int leastCount;

    Relation(int leastCount) {
        this.leastCount = leastCount;
    }

    /**
     * The result.
     *
     * @param products sum of the products of differences
     * @param left sum of the squared differences of the first value
     * @param right that of the second
     */
    abstract double of(double products, double left, double right, long count);

    /** Over fewer rows it is null. */
    int leastCount() {
        return leastCount;
    }
}
