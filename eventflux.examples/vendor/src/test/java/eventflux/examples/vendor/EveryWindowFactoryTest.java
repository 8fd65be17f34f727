package eventflux.examples.vendor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import eventflux.testkit.window.WindowProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new EveryWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("1").like(() -> new Model(1)), WindowCase.of("3").like(() -> new Model(3)));
    }

    @Test
    void refusesToKeepNone() {
        // given
        Schema schema = schema();

        // then
        assertThatThrownBy(() -> new WindowProbe(factory(), "0", schema)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Row n, 2n, 3n, … comes after the one before has left. */
    private static final class Model implements WindowModel {

        private final int n;
        private final List<Row> all = new ArrayList<>();

        private Model(int n) {
            this.n = n;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            all.add(row);
            if (all.size() % n == 0) {
                if (all.size() > n) {
                    out.expired(all.get(all.size() - n - 1));
                }
                out.current(row);
            }
        }
    }
}
