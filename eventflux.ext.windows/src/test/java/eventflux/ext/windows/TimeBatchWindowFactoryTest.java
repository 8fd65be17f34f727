package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeBatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new TimeBatchWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return TimeBatchModel.cases();
    }

    @Test
    void emitsTheBatchAtItsEndAndExpiresItWithTheNextEvenIfThatIsEmpty() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10", Columns.TS_AND_VALUE);

        // when
        window.row(5, 1L, 1).row(14, 2L, 2).advanceTo(100);

        // then
        assertThat(window.emitted()).containsExactly("15: reset +1 +2", "25: -1 -2 reset");
    }

    @Test
    void putsARowThatComesAtTheVeryEndIntoTheNextBatch() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10", Columns.TS_AND_VALUE);

        // when
        window.row(5, 1L, 1).row(15, 2L, 2).advanceTo(25);

        // then
        assertThat(window.emitted()).containsExactly("15: reset +1", "25: -1 reset +2");
    }

    @Test
    void keepsItsEndsWhereTheyWereAfterAnIdleStretch() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10", Columns.TS_AND_VALUE);

        // when
        window.row(5, 1L, 1).advanceTo(57).row(58, 2L, 2).advanceTo(70);

        // then
        assertThat(window.emitted()).containsExactly("15: reset +1", "25: -1 reset", "65: reset +2");
    }

    @Test
    void alignsItsEndsOnTheStart() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, 3", Columns.TS_AND_VALUE);

        // when
        window.row(5, 1L, 1).row(12, 2L, 2).advanceTo(20);

        // then
        assertThat(window.emitted()).containsExactly("13: reset +1 +2");
    }

    @Test
    void emitsRowsAtOnceAndForgetsThemAtTheEnd() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, true", Columns.TS_AND_VALUE);

        // when
        window.row(5, 1L, 1).row(6, 2L, 2).advanceTo(100).row(101, 3L, 3);

        // then
        assertThat(window.emitted()).containsExactly("5: +1", "6: +2", "15: -1 -2 reset", "101: +3");
    }

    @Test
    void resetsAtTheEndWhenNobodyWantsExpiredRows() {
        // given
        WindowProbe window = new WindowProbe(factory(), "10, 0, true", Columns.TS_AND_VALUE, false);

        // when
        window.row(5, 1L, 1).advanceTo(100);

        // then
        assertThat(window.emitted()).containsExactly("5: +1", "10: reset");
    }
}
