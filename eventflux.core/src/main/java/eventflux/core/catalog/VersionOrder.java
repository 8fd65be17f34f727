package eventflux.core.catalog;

import java.math.BigInteger;
import java.util.Comparator;

/** Orders versions part by part: numbers by value, words alphabetically, and a number above a word or nothing. */
final class VersionOrder implements Comparator<String> {

    static final VersionOrder INSTANCE = new VersionOrder();

    private VersionOrder() {}

    @Override
    public int compare(String left, String right) {
        if (left.equals(right)) {
            return 0; // as most are, of bundles that were built together
        }
        String[] leftParts = left.split("[.-]");
        String[] rightParts = right.split("[.-]");
        for (int i = 0; i < Math.max(leftParts.length, rightParts.length); i++) {
            int order = compareParts(part(leftParts, i), part(rightParts, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }

    private static int compareParts(String left, String right) {
        boolean leftIsNumber = isNumber(left);
        if (leftIsNumber != isNumber(right)) {
            return leftIsNumber ? 1 : -1;
        }
        return leftIsNumber ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
