package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoppingWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new HoppingWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return HoppingModel.cases();
    }

    @Test
    void tellsOfARowInEachBatchThatCoversIt() {
        // given
        WindowProbe window = new WindowProbe(factory(), "20, 10, 0", Columns.TS_AND_VALUE);

        // when
        window.row(5, 1L, 1).row(12, 2L, 2).advanceTo(100);

        // then
        assertThat(window.emitted())
                .containsExactly("10: reset +1", "20: -1 reset +1 +2", "30: -1 -2 reset +2", "40: -2 reset");
    }

    @Test
    void takesARowAtTheVeryBeginningOfTheStretch() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, 10, 0", Columns.TS_AND_VALUE);

        // when
        window.row(10, 1L, 1).row(20, 2L, 2).advanceTo(30);

        // then
        assertThat(window.emitted()).containsExactly("20: reset +1", "30: -1 reset +2");
    }
}
