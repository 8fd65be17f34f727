package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import eventflux.testkit.window.WindowProbe;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrequentWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new FrequentWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("1, symbol").like(() -> new Model(1)),
                WindowCase.of("2, symbol").like(() -> new Model(2)),
                WindowCase.of("3, symbol").like(() -> new Model(3)),
                WindowCase.of("2, volume, symbol"),
                WindowCase.of("2"));
    }

    @Test
    void letsRowsPassWhoseKeysAreFrequent() {
        // given
        WindowProbe window = new WindowProbe(factory(), "2, value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 1)
                .row(2, 2L, 1)
                .row(3, 3L, 2)
                .row(4, 4L, 3)
                .row(5, 5L, 4)
                .row(6, 6L, 5);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: +3", "4: -3 +4", "5: -2 -4 +5", "6: +6");
    }

    @Test
    void dropsARowForWhichNoCounterIsFree() {
        // given
        WindowProbe window = new WindowProbe(factory(), "1, value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 1).row(2, 2L, 1).row(3, 3L, 2).row(4, 4L, 2);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "4: -2 +4");
    }

    /** Counters and last rows by symbol, in maps. */
    private static final class Model implements WindowModel {

        private final int most;
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final Map<String, Row> last = new HashMap<>();

        private Model(int most) {
            this.most = most;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            String symbol = row.getString(UniqueModel.SYMBOL);
            if (!counts.containsKey(symbol) && counts.size() == most) {
                counts.replaceAll((key, count) -> count - 1);
                for (String key : List.copyOf(
                        counts.keySet().stream().map(String::valueOf).toList())) {
                    String real = key.equals("null") ? null : key;
                    if (counts.get(real) == 0) {
                        counts.remove(real);
                        out.expired(last.remove(real));
                    }
                }
            }
            if (counts.containsKey(symbol) || counts.size() < most) {
                counts.merge(symbol, 1, Integer::sum);
                last.put(symbol, row);
                out.current(row);
            }
        }
    }
}
