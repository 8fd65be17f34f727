package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueExternalTimeBatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new UniqueExternalTimeBatchWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("symbol, ts, 20, 0").like(() -> new UniqueExternalModel(20)),
                WindowCase.of("symbol, ts, 1, 0").like(() -> new UniqueExternalModel(1)),
                WindowCase.of("symbol, ts, 20, 3, 7"),
                WindowCase.of("symbol, ts, 20, 3, 7, true"));
    }

    @Test
    void keepsTheLastRowOfAKey() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value, ts, 10, 0", Columns.TS_AND_VALUE);

        // when
        window.row(1, 101L, 7).row(2, 104L, 8).row(3, 105L, 7).row(4, 110L, 9).row(5, 125L, 9);

        // then
        assertThat(window.emitted()).containsExactly("4: reset +2 +3", "5: -2 -3 reset +4");
    }

    @Test
    void replacesRowsThatWereToldBeforeTheTimeout() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value, ts, 10, 0, 5 sec", Columns.TS_AND_VALUE);

        // when
        window.row(0, 101L, 7).row(1, 102L, 8).advanceTo(6_000);
        window.row(7_000, 105L, 7).row(7_001, 112L, 9);

        // then
        assertThat(window.emitted()).containsExactly("5000: reset +1 +2", "7001: -1 -2 reset +2 +3");
    }
}
