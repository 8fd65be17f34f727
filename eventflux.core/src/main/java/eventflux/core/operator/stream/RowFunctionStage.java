package eventflux.core.operator.stream;

import eventflux.api.spi.stream.RowFunction;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowView;

/** Runs a function that lets every row go on, with more columns or as it is. */
public final class RowFunctionStage implements Stage {

    private final RowFunction function;
    private final ArgumentRow arguments;
    private final WiderRows rows;
    private final Stage next;
    private final boolean adds;

    /**
     * A function before {@code next}.
     *
     * @param function made by the extension
     * @param arguments of its call
     * @param rows what it makes
     * @param next takes them
     */
    public RowFunctionStage(RowFunction function, ArgumentRow arguments, WiderRows rows, Stage next) {
        this.function = function;
        this.arguments = arguments;
        this.rows = rows;
        this.next = next;
        this.adds = rows.areWider();
    }

    @Override
    public void current(RowView row) {
        if (adds) {
            function.onRow(row, arguments.of(row), rows.begin(row));
            next.current(rows.end());
        } else {
            function.onRow(row, arguments.of(row), rows);
            next.current(row);
        }
    }

    @Override
    public void expired(RowView row) {
        if (adds) {
            function.onExpired(row, arguments.of(row), rows.begin(row));
            next.expired(rows.end());
        } else {
            function.onExpired(row, arguments.of(row), rows);
            next.expired(row);
        }
    }

    @Override
    public void reset() {
        next.reset();
    }

    @Override
    public void endStep() {
        try {
            next.endStep();
        } finally {
            rows.clear();
        }
    }

    @Override
    public String toString() {
        return "function " + function.getClass().getName() + " of " + arguments + "\n" + next;
    }
}
