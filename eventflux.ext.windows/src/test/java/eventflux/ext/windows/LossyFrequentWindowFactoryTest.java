package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossyFrequentWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new LossyFrequentWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("0.3, 0.1, symbol").like(() -> new Model(0.3, 0.1)),
                WindowCase.of("0.5, 0.2, symbol").like(() -> new Model(0.5, 0.2)),
                WindowCase.of("0.9, symbol").like(() -> new Model(0.9, 0.9 / 10)),
                WindowCase.of("0.2, 0.05"));
    }

    @Test
    void letsRowsPassWhoseKeysHaveTheirShare() {
        // given
        WindowProbe window = new WindowProbe(factory(), "0.5, 0.25, value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 1)
                .row(2, 2L, 2)
                .row(3, 3L, 3)
                .row(4, 4L, 1)
                .row(5, 5L, 4)
                .row(6, 6L, 1);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: +3", "4: +4 -2 -3", "6: +6");
    }

    @Test
    void refusesSharesThatAreNone() {
        for (String arguments : List.of("0.0, value", "1.0, value", "0.5, 1.5, value")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WindowProbe(factory(), arguments, Columns.TS_AND_VALUE))
                    .withMessageContaining("between 0 and 1");
        }
    }

    /** The algorithm as its authors wrote it down, over maps. */
    private static final class Model implements WindowModel {

        private final double support;
        private final double error;
        private long total;
        private final Map<Optional<String>, long[]> counts = new LinkedHashMap<>();
        private final Map<Optional<String>, Row> passed = new HashMap<>();

        private Model(double support, double error) {
            this.support = support;
            this.error = error;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            long width = (long) Math.ceil(1 / error);
            total++;
            long bucket = (long) Math.ceil((double) total / width);
            Optional<String> symbol = Optional.ofNullable(row.getString(UniqueModel.SYMBOL));
            long[] counted = counts.computeIfAbsent(symbol, key -> new long[] {0, bucket - 1});
            counted[0]++;
            if (counted[0] >= (support - error) * total) {
                passed.put(symbol, row);
                out.current(row);
            }
            if (total % width != 0) {
                return;
            }
            for (Optional<String> key : List.copyOf(counts.keySet())) {
                if (counts.get(key)[0] + counts.get(key)[1] <= bucket) {
                    counts.remove(key);
                    Optional.ofNullable(passed.remove(key)).ifPresent(out::expired);
                }
            }
        }
    }
}
