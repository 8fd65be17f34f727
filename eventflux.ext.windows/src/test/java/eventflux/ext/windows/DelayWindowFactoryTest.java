package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import eventflux.testkit.window.WindowProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new DelayWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("10").like(() -> new Model(10)),
                WindowCase.of("50 ms").like(() -> new Model(50)));
    }

    @Test
    void emitsARowWhenItsTimeHasPassedAndNeverExpiresIt() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 10).row(5, 2L, 20).advanceTo(100);

        // then
        assertThat(window.emitted()).containsExactly("11: +1", "15: +2");
    }

    /** Rows are looked at once a millisecond, and come when they have waited. */
    private static final class Model implements WindowModel {

        private final long delay;
        private final List<Row> waiting = new ArrayList<>();

        private Model(long delay) {
            this.delay = delay;
        }

        @Override
        public void onMillisecond(long now, WindowOutput out) {
            while (!waiting.isEmpty() && now - waiting.get(0).timestamp() >= delay) {
                out.current(waiting.remove(0));
            }
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            waiting.add(row);
        }
    }
}
