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

class LengthWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new LengthWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("0"),
                WindowCase.of("1").like(() -> new Model(1)),
                WindowCase.of("3").like(() -> new Model(3)),
                WindowCase.of("25").like(() -> new Model(25)));
    }

    @Test
    void expiresTheOldestRowBeforeTheRowThatPushesItOut() {
        // given
        WindowProbe window = new WindowProbe(factory(), "2", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 10).row(2, 2L, 20).row(3, 3L, 30);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: -1 +3");
    }

    @Test
    void forgetsEachRowAtOnceWhenItsLengthIsZero() {
        // given
        WindowProbe window = new WindowProbe(factory(), "0", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 10).row(2, 2L, 20);

        // then
        assertThat(window.emitted()).containsExactly("1: +1 -1 reset", "2: +2 -2 reset");
    }

    @Test
    void refusesANegativeLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowProbe(factory(), "-1", Columns.TS_AND_VALUE))
                .withMessageContaining("-1");
    }

    /** The row that came n rows before is the one that leaves. */
    private static final class Model implements WindowModel {

        private final int length;
        private final List<Row> all = new ArrayList<>();

        private Model(int length) {
            this.length = length;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            all.add(row);
            if (all.size() > length) {
                out.expired(all.get(all.size() - 1 - length));
            }
            out.current(row);
        }
    }
}
