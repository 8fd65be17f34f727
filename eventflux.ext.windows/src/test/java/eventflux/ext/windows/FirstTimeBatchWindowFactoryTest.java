package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstTimeBatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new FirstTimeBatchWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("symbol, 10").like(() -> UniqueBatchModel.byTime(true, 10)),
                WindowCase.of("symbol, 30 ms").like(() -> UniqueBatchModel.byTime(true, 30)),
                WindowCase.of("volume, 20, 3"));
    }

    @Test
    void endsABatchByTheClock() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value, 10", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(2, 2L, 7).row(3, 3L, 8).advanceTo(50);

        // then
        assertThat(window.emitted()).containsExactly("11: reset +1 +3", "21: -1 -3 reset");
    }
}
