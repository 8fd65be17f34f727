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

class SessionWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new SessionWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("2").like(() -> new Model(2)),
                WindowCase.of("4 ms").like(() -> new Model(4)),
                WindowCase.of("15").like(() -> new Model(15)));
    }

    @Test
    void expiresTheWholeSessionWhenNoRowCameForAWhile() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 1).row(9, 2L, 2).advanceTo(50).row(60, 3L, 3);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "9: +2", "19: -1 -2", "60: +3");
    }

    @Test
    void startsAnotherSessionWithTheRowThatComesWhenOneEnds() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 1).row(11, 2L, 2);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "11: -1", "11: +2");
    }

    /** A session is a list of rows, looked at once a millisecond and after each row. */
    private static final class Model implements WindowModel {

        private final long gap;
        private final List<Row> session = new ArrayList<>();

        private Model(long gap) {
            this.gap = gap;
        }

        @Override
        public void onMillisecond(long now, WindowOutput out) {
            long newest = session.stream().mapToLong(Row::timestamp).max().orElse(Long.MAX_VALUE - gap);
            if (now - newest >= gap) {
                session.forEach(out::expired);
                session.clear();
            }
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            long oldest = session.stream().mapToLong(Row::timestamp).min().orElse(row.timestamp());
            if (row.timestamp() >= oldest - gap) {
                session.add(row);
                out.current(row);
                out.endStep();
                onMillisecond(now, out);
            }
        }
    }
}
