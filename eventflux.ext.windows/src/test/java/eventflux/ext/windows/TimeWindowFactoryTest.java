package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new TimeWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("7").like(() -> AgeModel.ofAge(7)),
                WindowCase.of("40 milliseconds").like(() -> AgeModel.ofAge(40)),
                WindowCase.of("1 sec").like(() -> AgeModel.ofAge(1_000)));
    }

    @Test
    void expiresARowWhenItIsOldEnoughWhileNothingArrives() {
        // given
        WindowProbe window = new WindowProbe(factory(), "5 sec", Columns.TS_AND_VALUE);

        // when
        window.row(1_000, 1L, 10).row(3_000, 2L, 20).advanceTo(7_000);

        // then
        assertThat(window.emitted()).containsExactly("1000: +1", "3000: +2", "6000: -1");
    }

    @Test
    void expiresARowOfExactlyItsAgeBeforeTheArrivingRow() {
        // given
        WindowProbe window = new WindowProbe(factory(), "5", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 10).row(1, 1L, 20).row(6, 6L, 30);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "1: +2", "6: -1 -2", "6: +3");
    }

    @Test
    void refusesATimeOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowProbe(factory(), "0", Columns.TS_AND_VALUE))
                .withMessageContaining("longer than 0 ms");
    }
}
