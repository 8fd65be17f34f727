package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstLengthBatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new FirstLengthBatchWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("symbol, 2").like(() -> UniqueBatchModel.byLength(true, 2)),
                WindowCase.of("symbol, 3").like(() -> UniqueBatchModel.byLength(true, 3)),
                WindowCase.of("volume, 1"));
    }

    @Test
    void endsABatchWhenThereAreEnoughKeys() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value, 2", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(2, 2L, 7).row(3, 3L, 8).row(4, 4L, 7).row(5, 5L, 8);

        // then
        assertThat(window.emitted()).containsExactly("3: reset +1 +3", "5: -1 -3 reset +4 +5");
    }
}
