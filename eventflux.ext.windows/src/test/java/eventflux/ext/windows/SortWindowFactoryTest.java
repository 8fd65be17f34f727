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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new SortWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("3, volume")
                        .like(() -> new Model(
                                3,
                                Comparator.comparing(Model::volume, Comparator.nullsLast(Comparator.naturalOrder())))),
                WindowCase.of("2, volume, 'desc'")
                        .like(() -> new Model(
                                2,
                                Comparator.comparing(
                                                Model::volume, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                                        .reversed())),
                WindowCase.of("4, symbol, 'asc', volume, 'desc'")
                        .like(() -> new Model(
                                4,
                                Comparator.comparing(
                                                Model::symbol, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                                        .thenComparing(Comparator.comparing(
                                                        Model::volume,
                                                        Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                                                .reversed()))),
                WindowCase.of("1, price, volume"),
                WindowCase.of("0, price"));
    }

    @Test
    void letsTheRowGoThatTheOrderPutsLast() {
        // given
        WindowProbe window = new WindowProbe(factory(), "2, value", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 5).row(2, 2L, 9).row(3, 3L, 7).row(4, 4L, 8);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: +3 -2", "4: +4 -4");
    }

    @Test
    void letsTheLaterOfEqualRowsGo() {
        // given
        WindowProbe window = new WindowProbe(factory(), "1, value, 'desc'", Columns.TS_AND_VALUE);

        // when
        window.row(1, 1L, 5).row(2, 2L, 5).row(3, 3L, 6);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2 -2", "3: +3 -1");
    }

    @Test
    void refusesAnOrderThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowProbe(factory(), "2, value, 'up'", Columns.TS_AND_VALUE))
                .withMessageContaining("'up'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowProbe(factory(), "2, 'asc', value", Columns.TS_AND_VALUE))
                .withMessageContaining("column");
    }

    /** A list that is sorted after each row. */
    private static final class Model implements WindowModel {

        private final int length;
        private final Comparator<Row> order;
        private final List<Row> rows = new ArrayList<>();

        private Model(int length, Comparator<Row> order) {
            this.length = length;
            this.order = order;
        }

        private static Integer volume(Row row) {
            return (Integer) row.get(2);
        }

        private static String symbol(Row row) {
            return row.getString(UniqueModel.SYMBOL);
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            rows.add(row);
            out.current(row);
            rows.sort(order);
            if (rows.size() > length) {
                out.expired(rows.remove(length));
            }
        }
    }
}
