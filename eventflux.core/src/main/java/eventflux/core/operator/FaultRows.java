package eventflux.core.operator;

import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;

/**
 * Puts rows that fail into another stream. What fails there, or without a row, goes to those who take failures of the
 * application. Used by the thread that owns the application.
 */
public final class FaultRows implements RowFailures {

    private final Writer writer;
    private final RowBuilder builder;
    private final RunReceiver stream;
    private final RowFailures otherwise;
    private final RowRun run = new RowRun();

    /**
     * Rows for a stream.
     *
     * @param writer makes them
     * @param builder of the stream's layout
     * @param stream takes them
     * @param otherwise takes what cannot go there
     */
    public FaultRows(Writer writer, RowBuilder builder, RunReceiver stream, RowFailures otherwise) {
        this.writer = writer;
        this.builder = builder;
        this.stream = stream;
        this.otherwise = otherwise;
    }

    @Override
    public void rowFailed(String where, RowView row, Throwable cause) {
        rowFailed(where, row, cause, 1);
    }

    @Override
    public void rowFailed(String where, RowView row, Throwable cause, int attempts) {
        if (row == null || !builder.batch().isEmpty()) {
            otherwise.rowFailed(where, row, cause, attempts);
            return;
        }
        try {
            builder.begin(row.timestamp(), 0);
            writer.write(row, cause, attempts, builder);
            builder.commit();
            stream.receive(run.wrap(builder.batch()));
        } finally {
            builder.batch().clear();
        }
    }

    @Override
    public void failed(String where, String what, Throwable cause) {
        otherwise.failed(where, what, cause);
    }

    /** What is said of an exception. */
    public static String message(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** The columns of the row, then what went wrong. */
    public static void withError(RowView row, Throwable cause, int attempts, RowBuilder out) {
        asItIs(row, cause, attempts, out);
        out.putText(row.layout().columns(), message(cause));
    }

    /** The columns of the row. */
    public static void asItIs(RowView row, Throwable cause, int attempts, RowBuilder out) {
        int columns = row.layout().columns();
        for (int column = 0; column < columns; column++) {
            if (row.isNull(column)) {
                out.putNull(column);
            } else if (row.layout().isText(column)) {
                out.copyText(column, row, column);
            } else {
                out.putLong(column, row.getLong(column));
            }
        }
    }

    /** Writes a row of the stream that failures go to. */
    @FunctionalInterface
    public interface Writer {

        /** All columns of the row that {@code out} has begun. */
        void write(RowView row, Throwable cause, int attempts, RowBuilder out);
    }
}
