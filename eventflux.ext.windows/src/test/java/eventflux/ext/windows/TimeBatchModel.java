package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowModel;
import java.util.ArrayList;
import java.util.List;

/** Every period a batch ends; the clock is looked at once a millisecond. */
final class TimeBatchModel implements WindowModel {

    private static final long BY_FIRST_ROW = -1;

    private final long period;
    private final boolean isStreamed;
    private long origin;
    private List<Row> batch = new ArrayList<>();
    private List<Row> last = List.of();

    private TimeBatchModel(long period, long origin, boolean isStreamed) {
        this.period = period;
        this.origin = origin;
        this.isStreamed = isStreamed;
    }

    static List<WindowCase> cases() {
        return List.of(
                WindowCase.of("10").like(() -> new TimeBatchModel(10, BY_FIRST_ROW, false)),
                WindowCase.of("1").like(() -> new TimeBatchModel(1, BY_FIRST_ROW, false)),
                WindowCase.of("20, 0").like(() -> new TimeBatchModel(20, 0, false)),
                WindowCase.of("20, 5000").like(() -> new TimeBatchModel(20, 0, false)),
                WindowCase.of("20, 3, false").like(() -> new TimeBatchModel(20, 3, false)),
                WindowCase.of("20, true").like(() -> new TimeBatchModel(20, BY_FIRST_ROW, true)),
                WindowCase.of("15 ms, 7, true").like(() -> new TimeBatchModel(15, 7, true)));
    }

    @Override
    public void onMillisecond(long now, WindowOutput out) {
        boolean isEnd = origin != BY_FIRST_ROW && (now - origin) % period == 0;
        if (isEnd && isStreamed && !batch.isEmpty()) {
            batch.forEach(out::expired);
            out.reset();
            batch = new ArrayList<>();
        } else if (isEnd && !isStreamed && !(batch.isEmpty() && last.isEmpty())) {
            last.forEach(out::expired);
            out.reset();
            batch.forEach(out::current);
            last = batch;
            batch = new ArrayList<>();
        }
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (origin == BY_FIRST_ROW) {
            origin = now;
        }
        batch.add(row);
        if (isStreamed) {
            out.current(row);
        }
    }
}
