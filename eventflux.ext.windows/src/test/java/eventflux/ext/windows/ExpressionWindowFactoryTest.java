package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import eventflux.testkit.window.WindowProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new ExpressionWindowFactory();
    }

    @Override
    protected Schema schema() {
        return Columns.TS_AND_VALUE;
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(condition(3, 1_000), condition(100, 10), condition(5, 20), condition(0, 0), changing());
    }

    private static WindowCase changing() {
        return WindowCase.of("'as rows say'")
                .when("expression", AtMostAsRowsSay::new)
                .like(ChangingModel::new);
    }

    private static WindowCase condition(int most, long millis) {
        return WindowCase.of("'as given'")
                .when("expression", state -> new AtMost(state, most, millis))
                .like(() -> new Model(most, millis));
    }

    @Test
    void letsARowLeaveAtOnceWithWhichTheConditionCannotHold() {
        // given
        WindowProbe window = new WindowProbe(factory(), condition(0, 0), Columns.TS_AND_VALUE, true);

        // when
        window.row(1, 1L, 7).row(2, 2L, 8);

        // then
        assertThat(window.emitted()).containsExactly("1: +1 -1", "2: +2 -2");
    }

    @Test
    void triesItsRowsAgainWhenARowBringsAnotherCondition() {
        // given
        WindowProbe window = new WindowProbe(factory(), changing(), Columns.TS_AND_VALUE, true);

        // when
        window.row(1, 1L, 0)
                .row(2, 2L, 0)
                .row(3, 3L, 0)
                .row(4, 4L, 5)
                .row(5, 5L, 0)
                .row(6, 6L, -5);

        // then
        assertThat(window.emitted())
                .containsExactly("1: +1", "2: +2", "3: +3", "4: -1 -2 +4", "5: +5", "6: -3 -4 -5 +6 -6");
    }

    /** The last rows, as many as the newest says. */
    private static final class ChangingModel implements WindowModel {

        private final List<Row> rows = new ArrayList<>();
        private int most = -1;

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            if (AtMostAsRowsSay.most(row) != most) {
                most = AtMostAsRowsSay.most(row);
                shrinkTo(most, out);
            }
            shrinkTo(Math.max(0, most - 1), out);
            out.current(row);
            if (most == 0) {
                out.expired(row);
            } else {
                rows.add(row);
            }
        }

        private void shrinkTo(int size, WindowOutput out) {
            while (rows.size() > size) {
                out.expired(rows.remove(0));
            }
        }
    }

    /** A list that loses its first row until it is small enough. */
    private static final class Model implements WindowModel {

        private final int most;
        private final long millis;
        private final List<Row> rows = new ArrayList<>();

        private Model(int most, long millis) {
            this.most = most;
            this.millis = millis;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            rows.add(row);
            while (rows.size() > 1 && !holds(row)) {
                out.expired(rows.remove(0));
            }
            out.current(row);
            if (!holds(row)) {
                out.expired(rows.remove(0));
            }
        }

        private boolean holds(Row last) {
            return rows.size() <= most && last.timestamp() - rows.get(0).timestamp() <= millis;
        }
    }
}
