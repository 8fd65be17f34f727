package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLengthWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new TimeLengthWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("20, 0"),
                WindowCase.of("20, 1").like(() -> AgeModel.ofAgeAndLength(20, 1)),
                WindowCase.of("20, 4").like(() -> AgeModel.ofAgeAndLength(20, 4)),
                WindowCase.of("60, 10").like(() -> AgeModel.ofAgeAndLength(60, 10)));
    }

    @Test
    void expiresByAgeAndByNumber() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, 2", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 10).row(2, 2L, 20).row(3, 3L, 30).advanceTo(12);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: -1 +3", "12: -2");
    }
}
