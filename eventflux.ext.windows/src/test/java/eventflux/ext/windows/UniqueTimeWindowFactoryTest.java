package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueTimeWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new UniqueTimeWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("symbol, 7").like(() -> new UniqueModel(7, Integer.MAX_VALUE)),
                WindowCase.of("symbol, 20 ms").like(() -> new UniqueModel(20, Integer.MAX_VALUE)),
                WindowCase.of("volume, 30"));
    }

    @Test
    void letsTheLastRowOfAKeyGoWhenItsTimeIsOver() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value, 10", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(5, 2L, 7).row(6, 3L, 8).advanceTo(100);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "5: -1 +2", "6: +3", "15: -2", "16: -3");
    }
}
