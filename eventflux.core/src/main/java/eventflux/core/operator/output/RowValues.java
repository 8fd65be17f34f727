package eventflux.core.operator.output;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import org.agrona.UnsafeApi;

/** Compares values of rows of one layout as they lie. */
final class RowValues {

    private RowValues() {}

    /** A value as it lies, whatever its type. */
    static long slot(RowView row, int column) {
        return row.getLong(column);
    }

    /** Whether two rows hold the same in a column; null is the same as null. */
    static boolean isSame(RowView left, RowView right, int column) {
        if (left.isNull(column) || right.isNull(column)) {
            return left.isNull(column) == right.isNull(column);
        }
        long first = slot(left, column);
        long second = slot(right, column);
        boolean isText = left.layout().isText(column) && !left.layout().isCoded(column);
        return isText ? isSameText(left, first, right, second) : first == second;
    }

    // Texts are padded with zeros to whole words.
    private static boolean isSameText(RowView left, long leftSlot, RowView right, long rightSlot) {
        int length = RowLayout.textLength(leftSlot);
        if (length != RowLayout.textLength(rightSlot)) {
            return false;
        }
        long leftAt = left.address() + RowLayout.textOffset(leftSlot);
        long rightAt = right.address() + RowLayout.textOffset(rightSlot);
        for (int i = 0; i < length; i += Long.BYTES) {
            if (UnsafeApi.getLong(leftAt + i) != UnsafeApi.getLong(rightAt + i)) {
                return false;
            }
        }
        return true;
    }
}
