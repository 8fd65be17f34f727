package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.StateFactory;

/**
 * Covariance and correlation, from sums of the two values, of their squares and of their products, which are carried at twice the
 * precision of DOUBLE, as in {@link DeviationAggregator}.
 *
 * <p>Null over too few rows; a correlation also where one of the values does not vary: where its squared differences are less than
 * 1e-28 of its squares, which is what rounding leaves. Not a number while a value is not finite or its square is out of range.
 */
final class RelationAggregator extends FinitePairs<RelationAggregator> {

    private static final double ROUNDING = 1e-28;

    private final CompensatedSum left;
    private final CompensatedSum right;
    private final CompensatedSum leftSquares;
    private final CompensatedSum rightSquares;
    private final CompensatedSum products;
    private final Relation relation;

    RelationAggregator(StateFactory state, Relation relation) {
        super(state);
        this.relation = relation;
        this.left = new CompensatedSum(state, "left");
        this.right = new CompensatedSum(state, "right");
        this.leftSquares = new CompensatedSum(state, "leftSquares");
        this.rightSquares = new CompensatedSum(state, "rightSquares");
        this.products = new CompensatedSum(state, "products");
    }

    @Override
    void join(double a, double b) {
        left.add(a);
        right.add(b);
        ProductSum.add(leftSquares, a, a);
        ProductSum.add(rightSquares, b, b);
        ProductSum.add(products, a, b);
    }

    @Override
    void join(RelationAggregator others) {
        left.add(others.left);
        right.add(others.right);
        leftSquares.add(others.leftSquares);
        rightSquares.add(others.rightSquares);
        products.add(others.products);
    }

    @Override
    void leave(double a, double b) {
        left.remove(a);
        right.remove(b);
        ProductSum.remove(leftSquares, a, a);
        ProductSum.remove(rightSquares, b, b);
        ProductSum.remove(products, a, b);
    }

    @Override
    void clear() {
        left.clear();
        right.clear();
        leftSquares.clear();
        rightSquares.clear();
        products.clear();
    }

    @Override
    public boolean isNull() {
        if (count() < relation.leastCount()) {
            return true;
        }
        boolean needsBoth = relation == Relation.CORRELATION && !hasNonFinite();
        return needsBoth && (variation(left, leftSquares) == 0 || variation(right, rightSquares) == 0);
    }

    @Override
    public double getDouble() {
        if (hasNonFinite()) {
            return Double.NaN;
        }
        return relation.of(
                ProductSum.ofDifferences(products, left, right, count()),
                variation(left, leftSquares),
                variation(right, rightSquares),
                count());
    }

    /** The squared differences of one value from its mean. */
    private double variation(CompensatedSum values, CompensatedSum squares) {
        double differences = ProductSum.ofDifferences(squares, values, values, count());
        return differences <= ROUNDING * squares.toDouble() ? 0 : differences;
    }
}
