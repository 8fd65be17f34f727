package eventflux.ext.functions.aggregate;

/** Sums of products at twice the precision of DOUBLE: what a multiplication rounds away is added as well. */
final class ProductSum {

    private ProductSum() {}

    static void add(CompensatedSum sum, double a, double b) {
        double product = a * b;
        sum.add(product);
        sum.add(Math.fma(a, b, -product));
    }

    static void remove(CompensatedSum sum, double a, double b) {
        double product = a * b;
        sum.remove(product);
        sum.remove(Math.fma(a, b, -product));
    }

    /** The sum of the products of differences from the means: the sum of products less the product of the sums divided by the count. */
    static double ofDifferences(CompensatedSum products, CompensatedSum a, CompensatedSum b, double count) {
        double left = a.toDouble();
        double right = b.toDouble();
        double product = left * right;
        double productError = Math.fma(left, right, -product) + left * b.remainder() + right * a.remainder();
        double quotient = product / count;
        double quotientError = (Math.fma(-quotient, count, product) + productError) / count;
        return products.toDouble() - quotient + (products.remainder() - quotientError);
    }
}
