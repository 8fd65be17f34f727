package eventflux.core.operator.output;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.SymbolTable;
import org.agrona.UnsafeApi;

/**
 * Compares rows of one layout by some of their columns. Texts go by code points; a null is larger than all values, so that it
 * comes last when the smallest come first. Immutable.
 */
public final class RowOrder {

    private final RowLayout layout;
    private final SymbolTable symbols;
    private final int[] columns;
    private final boolean[] descending;

    /**
     * An order.
     *
     * @param layout of the rows
     * @param symbols what their codes mean
     * @param columns the columns, the first decides first
     * @param descending for each, whether the largest come first
     */
    public RowOrder(RowLayout layout, SymbolTable symbols, int[] columns, boolean[] descending) {
        this.layout = layout;
        this.symbols = symbols;
        this.columns = columns.clone();
        this.descending = descending.clone();
    }

    /** Whether there is nothing to compare by. */
    public boolean isNone() {
        return columns.length == 0;
    }

    /** Negative when the row at {@code left} comes before the one at {@code right}, 0 when either may. */
    public int compare(long left, long right) {
        for (int i = 0; i < columns.length; i++) {
            int order = compare(left, right, columns[i]);
            if (order != 0) {
                return descending[i] ? -order : order;
            }
        }
        return 0;
    }

    private int compare(long left, long right, int column) {
        int word = layout.nullOffset(column);
        long mask = layout.nullMask(column);
        boolean leftIsNull = (UnsafeApi.getLong(left + word) & mask) != 0;
        boolean rightIsNull = (UnsafeApi.getLong(right + word) & mask) != 0;
        if (leftIsNull || rightIsNull) {
            return Boolean.compare(leftIsNull, rightIsNull);
        }
        int slot = layout.slotOffset(column);
        long first = UnsafeApi.getLong(left + slot);
        long second = UnsafeApi.getLong(right + slot);
        return switch (layout.type(column)) {
            case FLOAT -> Float.compare(Float.intBitsToFloat((int) first), Float.intBitsToFloat((int) second));
            case DOUBLE -> Double.compare(Double.longBitsToDouble(first), Double.longBitsToDouble(second));
            case STRING ->
                layout.isCoded(column)
                        ? symbols.compare((int) first, (int) second)
                        : compareTexts(left, first, right, second);
            default -> Long.compare(first, second);
        };
    }

    // Texts are padded with zeros to whole words: the first word that differs decides, else the length does.
    private static int compareTexts(long left, long leftSlot, long right, long rightSlot) {
        int leftLength = RowLayout.textLength(leftSlot);
        int rightLength = RowLayout.textLength(rightSlot);
        long leftAt = left + RowLayout.textOffset(leftSlot);
        long rightAt = right + RowLayout.textOffset(rightSlot);
        int common = Math.min(leftLength, rightLength);
        for (int i = 0; i < common; i += Long.BYTES) {
            long first = UnsafeApi.getLong(leftAt + i);
            long second = UnsafeApi.getLong(rightAt + i);
            if (first != second) {
                return RowMemory.compareText(first, second);
            }
        }
        return Integer.compare(leftLength, rightLength);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(layout.schema().column(columns[i]).name());
            text.append(descending[i] ? " desc" : "");
        }
        return text.toString();
    }
}
