package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowModel;
import java.util.ArrayList;
import java.util.List;

/** A batch is a list of rows with no two of one symbol; it ends when it is full, every period, or by both. */
final class UniqueBatchModel implements WindowModel {

    private final boolean isFirstKept;
    private final int length;
    private final long period;
    private final boolean restartsWhenFull;
    private long origin = Long.MAX_VALUE;
    private List<Row> batch = new ArrayList<>();
    private List<Row> last = List.of();

    private UniqueBatchModel(boolean isFirstKept, int length, long period, boolean restartsWhenFull) {
        this.restartsWhenFull = restartsWhenFull;
        this.isFirstKept = isFirstKept;
        this.length = length;
        this.period = period;
    }

    static UniqueBatchModel byLength(boolean isFirstKept, int length) {
        return new UniqueBatchModel(isFirstKept, length, Long.MAX_VALUE, false);
    }

    static UniqueBatchModel byTime(boolean isFirstKept, long period) {
        return new UniqueBatchModel(isFirstKept, Integer.MAX_VALUE, period, false);
    }

    static UniqueBatchModel byTimeAndLength(long period, int length) {
        return new UniqueBatchModel(false, length, period, true);
    }

    @Override
    public void onMillisecond(long now, WindowOutput out) {
        if (now > origin && (now - origin) % period == 0 && !(batch.isEmpty() && last.isEmpty())) {
            close(out);
        }
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        origin = Math.min(origin, now);
        boolean isThere = batch.stream().anyMatch(kept -> UniqueModel.isSameSymbol(kept, row));
        if (!isThere || !isFirstKept) {
            batch.removeIf(kept -> UniqueModel.isSameSymbol(kept, row));
            batch.add(row);
        }
        if (batch.size() == length) {
            close(out);
            origin = restartsWhenFull ? now : origin;
        }
    }

    private void close(WindowOutput out) {
        last.forEach(out::expired);
        out.reset();
        batch.forEach(out::current);
        last = batch;
        batch = new ArrayList<>();
    }
}
