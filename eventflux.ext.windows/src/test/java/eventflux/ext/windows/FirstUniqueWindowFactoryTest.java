package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import eventflux.testkit.window.WindowProbe;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstUniqueWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new FirstUniqueWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(WindowCase.of("symbol").like(Model::new), WindowCase.of("symbol, volume"));
    }

    @Test
    void letsOnlyTheFirstRowOfAKeyPass() {
        // given
        WindowProbe window = new WindowProbe(factory(), "value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(2, 2L, 7).row(3, 3L, 8);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "3: +3");
    }

    /** A set of symbols. */
    private static final class Model implements WindowModel {

        private final Set<String> seen = new HashSet<>();

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            if (seen.add(row.getString(UniqueModel.SYMBOL))) {
                out.current(row);
            }
        }
    }
}
