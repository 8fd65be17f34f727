package eventflux.core.state;

import eventflux.api.spi.state.RowOrder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import org.agrona.UnsafeApi;

/** Compares rows of one layout by the keys of an order, without making anything of their texts. */
final class RowComparison {

    private final int[] columns;
    private final boolean[] isDescending;
    private final RowLayout layout;
    private final SymbolTable symbols;

    RowComparison(RowOrder order, RowLayout layout, SymbolTable symbols) {
        this.columns = order.keys().stream().mapToInt(RowOrder.Key::column).toArray();
        this.isDescending = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            isDescending[i] = order.keys().get(i).isDescending();
        }
        this.layout = layout;
        this.symbols = symbols;
    }

    /** Less than zero when the left row comes first by the keys, zero when the keys are equal. */
    int compare(RowView left, RowView right) {
        for (int i = 0; i < columns.length; i++) {
            int result = compare(left, right, columns[i]);
            if (result != 0) {
                return isDescending[i] ? -result : result;
            }
        }
        return 0;
    }

    private int compare(RowView left, RowView right, int column) {
        boolean isLeftNull = left.isNull(column);
        boolean isRightNull = right.isNull(column);
        if (isLeftNull || isRightNull) {
            return Boolean.compare(isLeftNull, isRightNull);
        }
        return switch (layout.type(column)) {
            case FLOAT -> Float.compare(left.getFloat(column), right.getFloat(column));
            case DOUBLE -> Double.compare(left.getDouble(column), right.getDouble(column));
            case STRING, OBJECT ->
                layout.isCoded(column) ? compareCodes(left, right, column) : compareTexts(left, right, column);
            default -> Long.compare(left.getLong(column), right.getLong(column));
        };
    }

    private int compareCodes(RowView left, RowView right, int column) {
        return symbols.compare((int) left.getLong(column), (int) right.getLong(column));
    }

    // The order of UTF-8 bytes is that of code points.
    private static int compareTexts(RowView left, RowView right, int column) {
        long leftSlot = left.getLong(column);
        long rightSlot = right.getLong(column);
        int leftLength = RowLayout.textLength(leftSlot);
        int rightLength = RowLayout.textLength(rightSlot);
        long leftText = left.address() + RowLayout.textOffset(leftSlot);
        long rightText = right.address() + RowLayout.textOffset(rightSlot);
        int common = Math.min(leftLength, rightLength);
        for (int i = 0; i < common; i++) {
            int result = Byte.compareUnsigned(UnsafeApi.getByte(leftText + i), UnsafeApi.getByte(rightText + i));
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(leftLength, rightLength);
    }
}
