package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowModel;
import java.util.ArrayList;
import java.util.List;

/** A batch is a list of rows with no two of one symbol, which ends with a row whose time is in a later stretch from 0 on. */
final class UniqueExternalModel implements WindowModel {

    private final long period;
    private long stretch = Long.MIN_VALUE;
    private List<Row> batch = new ArrayList<>();
    private List<Row> last = List.of();

    UniqueExternalModel(long period) {
        this.period = period;
    }

    @Override
    public void onMillisecond(long now, WindowOutput out) {}

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        long own = Math.floorDiv(Columns.ts(row), period);
        if (own > stretch && !batch.isEmpty()) {
            last.forEach(out::expired);
            out.reset();
            batch.forEach(out::current);
            last = batch;
            batch = new ArrayList<>();
        }
        stretch = Math.max(own, stretch);
        batch.removeIf(kept -> UniqueModel.isSameSymbol(kept, row));
        batch.add(row);
    }
}
