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

class LengthBatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new LengthBatchWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("0"),
                WindowCase.of("1").like(() -> new Whole(1)),
                WindowCase.of("4").like(() -> new Whole(4)),
                WindowCase.of("4, false").like(() -> new Whole(4)),
                WindowCase.of("1, true").like(() -> new Streamed(1)),
                WindowCase.of("4, true").like(() -> new Streamed(4)));
    }

    @Test
    void emitsTheBatchWhenTheLastRowArrives() {
        // given
        WindowProbe window = new WindowProbe(factory(), "2", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 10).row(2, 2L, 20).row(3, 3L, 30).row(4, 4L, 40);

        // then
        assertThat(window.emitted()).containsExactly("2: reset +1 +2", "4: -1 -2 reset +3 +4");
    }

    @Test
    void emitsRowsAtOnceAndForgetsThemWhenTheNextBatchBegins() {
        // given
        WindowProbe window = new WindowProbe(factory(), "2, true", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 10).row(2, 2L, 20).row(3, 3L, 30);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: -1 -2 reset", "3: +3");
    }

    @Test
    void resetsWithoutExpiredRowsWhenNobodyWantsThem() {
        // given
        WindowProbe window = new WindowProbe(factory(), "1", Columns.TS_AND_VALUE, false);

        // when
        window.row(1, 1L, 10).row(2, 2L, 20);

        // then
        assertThat(window.emitted()).containsExactly("1: reset +1", "2: reset +2");
    }

    /** The n-th, 2n-th, ... row tells of the n last rows, after the n before them. */
    private static final class Whole implements WindowModel {

        private final int length;
        private final List<Row> all = new ArrayList<>();

        private Whole(int length) {
            this.length = length;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            all.add(row);
            int size = all.size();
            if (size % length == 0) {
                all.subList(Math.max(0, size - 2 * length), size - length).forEach(out::expired);
                out.reset();
                all.subList(size - length, size).forEach(out::current);
            }
        }
    }

    /** Before the n+1st, 2n+1st, ... row the n last rows are gone. */
    private static final class Streamed implements WindowModel {

        private final int length;
        private final List<Row> all = new ArrayList<>();

        private Streamed(int length) {
            this.length = length;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            int size = all.size();
            if (size > 0 && size % length == 0) {
                all.subList(size - length, size).forEach(out::expired);
                out.reset();
                out.endStep();
            }
            out.current(row);
            all.add(row);
        }
    }
}
