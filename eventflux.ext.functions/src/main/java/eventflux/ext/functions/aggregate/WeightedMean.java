package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.StateFactory;

/**
 * The mean of values of which each counts as much as its weight says. Null while the weights come to zero; not a number while a
 * value or a weight is not finite.
 */
final class WeightedMean extends FinitePairs<WeightedMean> {

    private final CompensatedSum weights;
    private final CompensatedSum products;

    WeightedMean(StateFactory state) {
        super(state);
        this.weights = new CompensatedSum(state, "weights");
        this.products = new CompensatedSum(state, "products");
    }

    @Override
    void join(double value, double weight) {
        weights.add(weight);
        ProductSum.add(products, value, weight);
    }

    @Override
    void join(WeightedMean others) {
        weights.add(others.weights);
        products.add(others.products);
    }

    @Override
    void leave(double value, double weight) {
        weights.remove(weight);
        ProductSum.remove(products, value, weight);
    }

    @Override
    void clear() {
        weights.clear();
        products.clear();
    }

    @Override
    public boolean isNull() {
        return !hasNonFinite() && weights.toDouble() == 0;
    }

    @Override
    public double getDouble() {
        return hasNonFinite() ? Double.NaN : products.toDouble() / weights.toDouble();
    }
}
