package eventflux.bench.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ratio between two layouts means nothing unless both compute the same rows. */
class LayoutDataTest {

    private static final int ROWS = 4_096;
    private static final Limits HALF = Limits.passing(0.5);

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 256})
    void filtersTheSameRowsInEveryLayout(int batch) {
        LayoutData data = new LayoutData(ROWS, batch, 0);
        List<String> expected = expectedFilter(data.ticks);

        List<String> fromRows = rows(data, (in, out) -> RowKernels.filter(in, HALF, out));
        List<String> fromEqualRows = rows(data, (in, out) -> RowKernels.filterEqualRows(in, HALF, out));
        List<String> fromRowsSelected =
                rows(data, (in, out) -> RowKernels.filterSelecting(in, HALF, data.selected, out));
        List<String> fromColumns = columns(data, (in, out) -> ColumnKernels.filter(in, HALF, out), 2);
        List<String> fromColumnsSelected =
                columns(data, (in, out) -> ColumnKernels.filterSelecting(in, HALF, data.selected, out), 2);
        long fromArrays =
                data.eachArrayBatch((from, to) -> ArrayKernels.filter(data.ticks, from, to, HALF, data.arrayOut));

        assertFalse(expected.isEmpty());
        assertEquals(expected, fromRows);
        assertEquals(expected, fromEqualRows);
        assertEquals(expected, fromRowsSelected);
        assertEquals(expected, fromColumns);
        assertEquals(expected, fromColumnsSelected);
        assertEquals(expected.size(), fromArrays);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 256})
    void slidesTheSameWindowInBothLayouts(int batch) {
        LayoutData data = new LayoutData(ROWS, batch, 0);
        RowWindow rowWindow = new RowWindow(LayoutData.WINDOW, RowBatch.length(4));
        ColumnWindow columnWindow = new ColumnWindow(LayoutData.WINDOW);
        List<String> expected = expectedWindow(data.ticks, 3);

        List<String> fromRows = new ArrayList<>();
        List<String> fromColumns = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            fromRows.addAll(rows(data, rowWindow::accept));
            fromColumns.addAll(columns(data, columnWindow::accept, 3));
        }

        assertEquals(expected, fromRows);
        assertEquals(expected, fromColumns);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 256})
    void totalsFillsAndGathersTheSameInEveryLayout(int batch) {
        LayoutData fromRows = new LayoutData(ROWS, batch, 0);
        LayoutData fromEqualRows = new LayoutData(ROWS, batch, 0);
        LayoutData fromColumns = new LayoutData(ROWS, batch, 0);

        fromRows.eachRowBatch((in, out) -> RowKernels.total(in, fromRows.totals));
        fromEqualRows.eachRowBatch((in, out) -> RowKernels.totalEqualRows(in, fromEqualRows.totals));
        fromColumns.eachColumnBatch((in, out) -> ColumnKernels.total(in, fromColumns.totals));

        assertArrayEquals(fromRows.totals.average, fromColumns.totals.average);
        assertArrayEquals(fromRows.totals.average, fromEqualRows.totals.average);
        assertEquals(fromRows.fillRows(), fromColumns.fillColumns());
        assertEquals(fromRows.fillRows(), fromColumns.fillArrays());
        assertEquals(fromRows.gatherRows() / RowBatch.length(4), fromColumns.gatherColumns());
    }

    private static List<String> expectedFilter(Ticks ticks) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < ticks.count(); i++) {
            double price = ticks.price()[i];
            long volume = ticks.volume()[i];
            if (price >= HALF.minPrice() && volume >= HALF.minVolume()) {
                expected.add(ticks.time()[i] + " " + ticks.symbol()[i] + " " + price * volume);
            }
        }
        return expected;
    }

    private static List<String> expectedWindow(Ticks ticks, int rounds) {
        List<String> expected = new ArrayList<>();
        int total = rounds * ticks.count();
        double sum = 0;
        for (int i = 0; i < total; i++) {
            sum += ticks.price()[i % ticks.count()];
            int oldest = i - LayoutData.WINDOW;
            sum -= oldest < 0 ? 0 : ticks.price()[oldest % ticks.count()];
            double average = sum / Math.min(i + 1, LayoutData.WINDOW);
            int row = i % ticks.count();
            expected.add(ticks.time()[row] + " " + ticks.symbol()[row] + " " + sum + " " + average);
        }
        return expected;
    }

    private static List<String> rows(LayoutData data, LayoutData.RowOperator operator) {
        List<String> found = new ArrayList<>();
        data.eachRowBatch((in, out) -> {
            operator.accept(in, out);
            for (int row = 0; row < out.limit; row += out.buffer.getInt(row)) {
                StringBuilder text = new StringBuilder();
                text.append(out.buffer.getLong(row + RowBatch.TIMESTAMP));
                text.append(' ').append(out.buffer.getLong(row + RowBatch.SYMBOL));
                for (int at = RowBatch.PRICE; at < out.buffer.getInt(row); at += Long.BYTES) {
                    text.append(' ').append(out.buffer.getDouble(row + at));
                }
                found.add(text.toString());
            }
        });
        return found;
    }

    private static List<String> columns(LayoutData data, LayoutData.ColumnOperator operator, int width) {
        List<String> found = new ArrayList<>();
        data.eachColumnBatch((in, out) -> {
            operator.accept(in, out);
            for (int at = 0; at < out.count * Long.BYTES; at += Long.BYTES) {
                StringBuilder text = new StringBuilder();
                text.append(out.buffer.getLong(out.column(ColumnBatch.TIMESTAMP) + at));
                text.append(' ').append(out.buffer.getLong(out.column(ColumnBatch.SYMBOL) + at));
                for (int column = 1; column < width; column++) {
                    text.append(' ').append(out.buffer.getDouble(out.column(ColumnBatch.SLOTS + column) + at));
                }
                found.add(text.toString());
            }
        });
        return found;
    }
}
