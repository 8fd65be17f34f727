package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueLengthWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new UniqueLengthWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("symbol, 2").like(() -> new UniqueModel(Long.MAX_VALUE, 2)),
                WindowCase.of("symbol, 3").like(() -> new UniqueModel(Long.MAX_VALUE, 3)),
                WindowCase.of("volume, 1"),
                WindowCase.of("volume, 0"));
    }

    @Test
    void pushesTheOldestKeyOutWhenAnotherComes() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value, 2", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(2, 2L, 8).row(3, 3L, 7).row(4, 4L, 9);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: -1 +3", "4: -2 +4");
    }
}
