package eventflux.ext.functions.aggregate;

/** What is made of a sum. */
enum SumResult {
    SUM {
        @Override
        double of(double sum, long count) {
            return sum;
        }
    },
    MEAN {
        @Override
        double of(double sum, long count) {
            return sum / count;
        }
    };

    abstract double of(double sum, long count);
}
