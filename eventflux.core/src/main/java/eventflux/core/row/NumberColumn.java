package eventflux.core.row;

/** Numbers or truths of one column. */
final class NumberColumn extends GivenColumn {

    private NumberForm form; // null when there are no values
    private Object values;
    private int from;
    private boolean[] isNull; // null when none is
    private int nullsFrom;

    void give(NumberForm how, Object numbers, int first) {
        form = how;
        values = numbers;
        from = first;
        isNull = null;
    }

    void nulls(boolean[] which, int first) {
        isNull = which;
        nullsFrom = first;
    }

    @Override
    boolean isGiven() {
        return form != null;
    }

    @Override
    void clear() {
        form = null;
        values = null;
        isNull = null;
    }

    @Override
    void store(RowGrid rows, int column) {
        form.store(values, from, rows, column);
        if (isNull != null) {
            storeNulls(rows, column);
        }
    }

    private void storeNulls(RowGrid rows, int column) {
        for (int row = 0; row < rows.rows(); row++) {
            if (isNull[nullsFrom + row]) {
                rows.putNull(row, column);
            }
        }
    }
}
