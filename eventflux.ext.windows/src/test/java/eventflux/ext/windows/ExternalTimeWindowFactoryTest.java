package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.error.EventFluxException;
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

class ExternalTimeWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new ExternalTimeWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("ts, 3").like(() -> new Model(3)),
                WindowCase.of("ts, 20 ms").like(() -> new Model(20)));
    }

    @Test
    void expiresByTheColumnAndNotByTheClock() {
        // given
        WindowProbe window = new WindowProbe(factory(), "ts, 10", Columns.TS_AND_VALUE);

        // when
        window.row(1, 100L, 1).row(500, 109L, 2).advanceTo(9_000).row(9_001, 110L, 3);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "500: +2", "9001: -1 +3");
    }

    @Test
    void refusesTheFirstRowToHaveNoTimeAndGoesOn() {
        // given
        WindowProbe window = new WindowProbe(factory(), "ts, 10", Columns.TS_AND_VALUE);

        // when
        assertThatThrownBy(() -> window.row(1, null, 1))
                .isInstanceOfSatisfying(
                        EventFluxException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo(WindowError.NO_TIME));
        window.row(2, 100L, 2).row(3, 110L, 3);

        // then
        assertThat(window.emitted()).containsExactly("2: +2", "3: -2 +3");
    }

    @Test
    void refusesATimeColumnThatIsNotLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowProbe(factory(), "value, 10", Columns.TS_AND_VALUE))
                .withMessageContaining("value is INT");
    }

    /** The oldest rows go that are no less than a stretch behind the row that comes. */
    private static final class Model implements WindowModel {

        private final long stretch;
        private final List<Row> rows = new ArrayList<>();

        private Model(long stretch) {
            this.stretch = stretch;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            while (!rows.isEmpty() && Columns.ts(row) - Columns.ts(rows.get(0)) >= stretch) {
                out.expired(rows.remove(0));
            }
            rows.add(row);
            out.current(row);
        }
    }
}
