package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import eventflux.testkit.window.WindowProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LengthByKeyWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new LengthByKeyWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("0, symbol"),
                WindowCase.of("1, symbol").like(() -> new Model(1)),
                WindowCase.of("3, symbol").like(() -> new Model(3)),
                WindowCase.of("2, symbol, volume"));
    }

    @Test
    void expiresTheOldestRowOfTheSameKey() {
        // given
        WindowProbe window = new WindowProbe(factory(), "2, value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 7).row(2, 2L, 8).row(3, 3L, 7).row(4, 4L, 7).row(5, 5L, 8);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: +3", "4: -1 +4", "5: +5");
    }

    /** Of the rows of a symbol, the one that came n rows of it before leaves. */
    private static final class Model implements WindowModel {

        private final int length;
        private final List<Row> all = new ArrayList<>();

        private Model(int length) {
            this.length = length;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            all.add(row);
            List<Row> own = all.stream()
                    .filter(other -> UniqueModel.isSameSymbol(other, row))
                    .toList();
            if (own.size() > length) {
                out.expired(own.get(own.size() - 1 - length));
            }
            out.current(row);
        }
    }
}
