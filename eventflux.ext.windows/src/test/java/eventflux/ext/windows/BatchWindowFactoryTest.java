package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import java.util.ArrayList;
import java.util.List;

class BatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new BatchWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("").like(() -> new Runs(Integer.MAX_VALUE)),
                WindowCase.of("0").like(() -> new Runs(Integer.MAX_VALUE)),
                WindowCase.of("1").like(() -> new Runs(1)),
                WindowCase.of("2").like(() -> new Runs(2)));
    }

    /** The rows of a run, no more than so many at a time, take the place of those before. */
    private static final class Runs implements WindowModel {

        private final int most;
        private List<Row> last = List.of();
        private List<Row> open = new ArrayList<>();

        private Runs(int most) {
            this.most = most;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            open.add(row);
            if (open.size() == most) {
                onRunEnd(out);
            }
        }

        @Override
        public void onRunEnd(WindowOutput out) {
            if (!open.isEmpty()) {
                last.forEach(out::expired);
                out.reset();
                open.forEach(out::current);
                last = open;
                open = new ArrayList<>();
            }
        }
    }
}
