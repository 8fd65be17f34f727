package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueTimeLengthBatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new UniqueTimeLengthBatchWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("symbol, 10, 1000").like(() -> UniqueBatchModel.byTime(false, 10)),
                WindowCase.of("symbol, 30 ms, 2").like(() -> UniqueBatchModel.byTimeAndLength(30, 2)),
                WindowCase.of("symbol, 20, 3").like(() -> UniqueBatchModel.byTimeAndLength(20, 3)),
                WindowCase.of("volume, 20, 3, 2"));
    }

    @Test
    void endsABatchByTheClockOrWhenItIsFull() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value, 10, 2", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(2, 2L, 7).row(3, 3L, 8).row(5, 4L, 9).advanceTo(50);

        // then
        assertThat(window.emitted()).containsExactly("3: reset +2 +3", "13: -2 -3 reset +4", "23: -4 reset");
    }

    @Test
    void keepsTheEndsOfItsStart() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value, 10, 0, 2", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(3, 2L, 8).row(5, 3L, 9).advanceTo(50);

        // then
        assertThat(window.emitted()).containsExactly("3: reset +1 +2", "10: -1 -2 reset +3", "20: -3 reset");
    }
}
