package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

class CronWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new CronWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("'* * * * * ?'").like(Model::new),
                WindowCase.of("'* * * * * ?', 'Europe/Berlin'").like(Model::new));
    }

    @Test
    void tellsOfABatchByTheCalendarAndOfNothingWhenNoRowCame() {
        // given
        WindowProbe window = new WindowProbe(factory(), "'*/5 * * * * ?', 'UTC'", Columns.TS_AND_VALUE);

        // when
        window.row(1_000, 1L, 1)
                .row(4_999, 2L, 2)
                .advanceTo(20_000)
                .row(20_000, 3L, 3)
                .advanceTo(30_000);

        // then
        assertThat(window.emitted()).containsExactly("5000: reset +1 +2", "25000: -1 -2 reset +3");
    }

    @Test
    void refusesWhatIsNoExpressionOrNoZone() {
        for (String arguments : List.of("'5 sec'", "'* * * * * ?', 'Mars'")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WindowProbe(factory(), arguments, Columns.TS_AND_VALUE));
        }
    }

    /** Every full second a batch ends that has rows. */
    private static final class Model implements WindowModel {

        private List<Row> batch = new ArrayList<>();
        private List<Row> last = List.of();

        @Override
        public void onMillisecond(long now, WindowOutput out) {
            if (now % 1_000 == 0 && !batch.isEmpty()) {
                last.forEach(out::expired);
                out.reset();
                batch.forEach(out::current);
                last = batch;
                batch = new ArrayList<>();
            }
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            batch.add(row);
        }
    }
}
