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
                WindowCase.of("15").like(() -> new Model(15)),
                WindowCase.of("8, symbol").like(() -> new SessionModel(8, 0)),
                WindowCase.of("15 ms, symbol").like(() -> new SessionModel(15, 0)),
                WindowCase.of("5, symbol, 4").like(() -> new SessionModel(5, 4)),
                WindowCase.of("12, symbol, 10").like(() -> new SessionModel(12, 10)),
                WindowCase.of("6, 5"));
    }

    @Test
    void hasSessionsOfTheirOwnForEachKey() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(5, 2L, 8).row(9, 3L, 7).advanceTo(100);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "5: +2", "9: +3", "15: -2", "19: -1 -3");
    }

    @Test
    void letsLateRowsJoinASessionThatIsOverAsLongAsTheLatencyLasts() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, value, 5", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).lateRow(12, 8, 2L, 7).advanceTo(100);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "12: +2", "23: -1 -2");
    }

    @Test
    void makesOneSessionOfTwoWhenALateRowClosesTheGap() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, value, 9", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(15, 2L, 7).lateRow(16, 9, 3L, 7).advanceTo(100);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "15: +2", "16: +3", "34: -1 -2 -3");
    }

    @Test
    void dropsARowThatLiesTooFarBeforeItsSession() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, value", Columns.TS_AND_VALUE);

        // when
        window.row(20, 1L, 7).lateRow(21, 9, 2L, 7).lateRow(21, 10, 3L, 7).advanceTo(100);

        // then
        assertThat(window.emitted()).containsExactly("20: +1", "21: +3", "30: -1 -3");
    }

    @Test
    void refusesALatencyThatIsNotShorterThanTheGap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowProbe(factory(), "10, value, 10", Columns.TS_AND_VALUE))
                .withMessageContaining("shorter");
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
