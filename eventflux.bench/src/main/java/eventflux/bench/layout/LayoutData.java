package eventflux.bench.layout;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;

/** The same rows in three layouts, the loops that hand them out batch by batch, and room for what comes out. */
final class LayoutData {

    static final int WINDOW = 1_000;
    private static final int COLUMNS = 4;

    /** Takes one row-major batch. */
    interface RowOperator {
        void accept(RowBatch in, RowBatch out);
    }

    /** Takes one column-major batch. */
    interface ColumnOperator {
        void accept(ColumnBatch in, ColumnBatch out);
    }

    /** Takes the rows from a position up to another. */
    interface ArrayOperator {
        int accept(int from, int to);
    }

    final Ticks ticks;
    final Ticks arrayOut;
    final Totals totals = new Totals();
    final int[] selected;
    final RowBatch rowOut;
    final ColumnBatch columnOut;

    private final int batch;
    private final int[] rowStarts;
    private final RowBatch rows;
    private final ColumnBatch columns;
    private final ColumnBatch table;
    private final int[] pickedOffsets;
    private final int[] pickedPositions;

    LayoutData(int count, int batch, int tail) {
        this.batch = batch;
        ticks = Ticks.seeded(count);
        arrayOut = Ticks.seeded(batch);
        selected = new int[batch];
        rowStarts = new int[count / batch + 1];
        int rowLength = RowBatch.length(COLUMNS) + tail;
        rows = RowBatch.ofBytes(count * rowLength);
        rowOut = RowBatch.ofBytes(batch * rowLength);
        columns = new ColumnBatch(
                new UnsafeBuffer(ByteBuffer.allocateDirect(count / batch * ColumnBatch.length(batch, COLUMNS))));
        columnOut = ColumnBatch.ofRows(batch, COLUMNS);
        table = ColumnBatch.ofRows(count, COLUMNS);
        ColumnKernels.fill(ticks, 0, count, table);
        writeRows(tail);
        writeColumns();
        pickedOffsets = new int[count];
        pickedPositions = new int[count];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < count; i++) {
            int picked = random.nextInt(WINDOW);
            pickedOffsets[i] = picked * rowLength;
            pickedPositions[i] = picked * Long.BYTES;
        }
    }

    private void writeRows(int tail) {
        for (int i = 0; i < ticks.count(); i++) {
            if (i % batch == 0) {
                rowStarts[i / batch] = rows.limit;
            }
            rows.begin(ticks.time()[i]);
            rows.setLong(0, ticks.symbol()[i]);
            rows.setDouble(1, ticks.price()[i]);
            rows.setLong(2, ticks.volume()[i]);
            rows.setLong(3, ticks.time()[i]);
            rows.end(COLUMNS, tail);
        }
        rowStarts[ticks.count() / batch] = rows.limit;
    }

    private void writeColumns() {
        for (int from = 0; from < ticks.count(); from += batch) {
            columns.wrap(columnBase(from / batch), batch, 0);
            ColumnKernels.fill(ticks, from, from + batch, columns);
        }
    }

    private int columnBase(int index) {
        return index * ColumnBatch.length(batch, COLUMNS);
    }

    /** Hands out every batch; answers the bytes that came out. */
    long eachRowBatch(RowOperator operator) {
        long bytes = 0;
        for (int i = 0; i + 1 < rowStarts.length; i++) {
            rows.wrap(rowStarts[i], rowStarts[i + 1]);
            rowOut.wrap(0, 0);
            operator.accept(rows, rowOut);
            bytes += rowOut.limit;
        }
        return bytes;
    }

    /** Hands out every batch; answers the rows that came out. */
    long eachColumnBatch(ColumnOperator operator) {
        long found = 0;
        int batches = ticks.count() / batch;
        for (int i = 0; i < batches; i++) {
            columns.wrap(columnBase(i), batch, batch);
            columnOut.wrap(0, batch, 0);
            operator.accept(columns, columnOut);
            found += columnOut.count;
        }
        return found;
    }

    long eachArrayBatch(ArrayOperator operator) {
        long found = 0;
        for (int from = 0; from < ticks.count(); from += batch) {
            found += operator.accept(from, from + batch);
        }
        return found;
    }

    double fillRows() {
        double sum = 0;
        for (int from = 0; from < ticks.count(); from += batch) {
            rowOut.wrap(0, 0);
            RowKernels.fill(ticks, from, from + batch, rowOut);
            sum += RowKernels.consume(rowOut);
        }
        return sum;
    }

    double fillColumns() {
        double sum = 0;
        for (int from = 0; from < ticks.count(); from += batch) {
            columnOut.wrap(0, batch, 0);
            ColumnKernels.fill(ticks, from, from + batch, columnOut);
            sum += ColumnKernels.consume(columnOut);
        }
        return sum;
    }

    double fillArrays() {
        double sum = 0;
        for (int from = 0; from < ticks.count(); from += batch) {
            ArrayKernels.fill(ticks, from, from + batch, arrayOut);
            sum += ArrayKernels.consume(arrayOut, batch);
        }
        return sum;
    }

    long gatherRows() {
        long bytes = 0;
        for (int from = 0; from < ticks.count(); from += batch) {
            rowOut.wrap(0, 0);
            RowKernels.gather(rows.buffer, pickedOffsets, from, from + batch, rowOut);
            bytes += rowOut.limit;
        }
        return bytes;
    }

    long gatherColumns() {
        long found = 0;
        for (int from = 0; from < ticks.count(); from += batch) {
            columnOut.wrap(0, batch, 0);
            ColumnKernels.gather(table, pickedPositions, from, from + batch, columnOut);
            found += columnOut.count;
        }
        return found;
    }
}
