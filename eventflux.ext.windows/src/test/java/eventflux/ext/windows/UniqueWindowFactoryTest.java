package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new UniqueWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("symbol").like(() -> new UniqueModel(Long.MAX_VALUE, Integer.MAX_VALUE)),
                WindowCase.of("symbol, volume"),
                WindowCase.of("price"));
    }

    @Test
    void letsARowTakeThePlaceOfTheOneBeforeWithItsKey() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(2, 2L, 8).row(3, 3L, 7);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: -1 +3");
    }

    @Test
    void takesNullForAKeyLikeAnyOther() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, (Object) null).row(2, 2L, (Object) null);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: -1 +2");
    }
}
