package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowModel;
import java.util.ArrayList;
import java.util.List;

/** Every slide, the rows from the first on that is not older than a stretch; nothing is ever thrown away. */
final class HoppingModel implements WindowModel {

    private static final long BY_FIRST_ROW = -1;

    private final long size;
    private final long slide;
    private long origin;
    private final List<Row> all = new ArrayList<>();
    private List<Row> last = List.of();
    private int gone;

    private HoppingModel(long size, long slide, long origin) {
        this.size = size;
        this.slide = slide;
        this.origin = origin;
    }

    static List<WindowCase> cases() {
        return List.of(
                WindowCase.of("20, 10").like(() -> new HoppingModel(20, 10, BY_FIRST_ROW)),
                WindowCase.of("30, 7, 0").like(() -> new HoppingModel(30, 7, 0)),
                WindowCase.of("20, 20, 3").like(() -> new HoppingModel(20, 20, 3)),
                WindowCase.of("10, 25, 0").like(() -> new HoppingModel(10, 25, 0)));
    }

    @Override
    public void onMillisecond(long now, WindowOutput out) {
        if (origin == BY_FIRST_ROW || (now - origin) % slide != 0) {
            return;
        }
        while (gone < all.size() && all.get(gone).timestamp() < now - size) {
            gone++;
        }
        List<Row> batch = List.copyOf(all.subList(gone, all.size()));
        if (!batch.isEmpty() || !last.isEmpty()) {
            last.forEach(out::expired);
            out.reset();
            batch.forEach(out::current);
        }
        last = batch;
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (origin == BY_FIRST_ROW) {
            origin = now;
        }
        all.add(row);
    }
}
