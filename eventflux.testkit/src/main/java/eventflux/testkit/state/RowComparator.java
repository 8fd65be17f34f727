package eventflux.testkit.state;

import eventflux.api.spi.state.RowOrder;
import eventflux.testkit.row.HeapRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Compares rows by the keys of an order. */
final class RowComparator {

    private RowComparator() {}

    static Comparator<HeapRow> of(RowOrder order) {
        return order.keys().stream()
                .map(RowComparator::of)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<HeapRow> of(RowOrder.Key key) {
        Comparator<HeapRow> rising = (left, right) -> compare(left.get(key.column()), right.get(key.column()));
        return key.isDescending() ? rising.reversed() : rising;
    }

    private static int compare(Object left, Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        if (left instanceof String one && right instanceof String other) {
            return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
        return compareSame(left, right);
    }

    @SuppressWarnings("unchecked") // two values of one column
    private static int compareSame(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
