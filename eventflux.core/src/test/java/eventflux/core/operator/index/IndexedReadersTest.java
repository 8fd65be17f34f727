package eventflux.core.operator.index;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.operator.index.IntervalIndex.Interval;
import eventflux.core.operator.index.TextIndex.Wanted;
import eventflux.core.row.RowSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexedReadersTest {

    private static final int READERS = 150;
    private static final int ROWS = 2_000;

    private final RowSheet sheet = new RowSheet(RowSheet.schema("n long", "price double", "name string"));
    private final List<String> seen = new ArrayList<>();

    private IndexedReaders readers(int count, ColumnIndex... indexes) {
        IndexedReaders readers = new IndexedReaders(count, List.of(indexes));
        for (int i = 0; i < count; i++) {
            String name = i + " ";
            readers.put(i, run -> seen.add(name + sheet.texts(run)));
        }
        return readers;
    }

    private IntervalIndex numbers(Interval... intervals) {
        return new IntervalIndex(sheet.layout(), 0, List.of(intervals));
    }

    private TextIndex texts(Wanted... wanted) {
        return new TextIndex(sheet.layout(), 2, List.of(wanted));
    }

    @Test
    void handsARowToThoseWhoseIntervalItLiesIn() {
        IndexedReaders readers =
                readers(3, numbers(new Interval(1, 5, 0), new Interval(5, 9, 1), new Interval(7, 7, 2)));

        readers.receive(sheet.add(1, 0L, 0.0, "")
                .add(2, 5L, 0.0, "")
                .add(3, 7L, 0.0, "")
                .run());

        assertThat(seen)
                .containsExactly("0 [@2[5, 0.0, ]]", "1 [@2[5, 0.0, ]]", "1 [@3[7, 0.0, ]]", "2 [@3[7, 0.0, ]]");
    }

    @Test
    void knowsTheEndsOfTheLine() {
        IndexedReaders readers = readers(
                2,
                numbers(
                        new Interval(Long.MIN_VALUE, Long.MAX_VALUE, 0),
                        new Interval(Long.MAX_VALUE, Long.MAX_VALUE, 1)));

        readers.receive(sheet.add(1, Long.MIN_VALUE, 0.0, "").run());
        readers.receive(new RowSheet(sheet.layout(), sheet.symbols())
                .add(2, Long.MAX_VALUE, 0.0, "")
                .run());

        assertThat(seen).hasSize(3);
    }

    @Test
    void handsARowToThoseWhoWantItsText() {
        IndexedReaders readers =
                readers(3, texts(new Wanted("ACME", 0), new Wanted("a longer text", 1), new Wanted("ACME", 2)));

        readers.receive(sheet.add(1, 1L, 0.0, "ACME")
                .add(2, 2L, 0.0, "a longer text")
                .add(3, 3L, 0.0, "ACM")
                .run());

        assertThat(seen)
                .containsExactly("0 [@1[1, 0.0, ACME]]", "2 [@1[1, 0.0, ACME]]", "1 [@2[2, 0.0, a longer text]]");
    }

    @Test
    void keepsTheOrderOfReadersOverAllColumns() {
        IndexedReaders readers =
                readers(3, numbers(new Interval(1, 1, 0), new Interval(1, 1, 2)), texts(new Wanted("ACME", 1)));

        readers.receive(sheet.add(1, 1L, 0.0, "ACME").run());

        assertThat(seen).extracting(text -> text.charAt(0)).containsExactly('0', '1', '2');
    }

    @Test
    void handsANullToNobody() {
        IndexedReaders readers = readers(2, numbers(new Interval(0, 0, 0)), texts(new Wanted("", 1)));

        readers.receive(sheet.add(1, null, 0.0, null).run());

        assertThat(seen).isEmpty();
    }

    @Test
    void ordersKeysAsNumbers() {
        double[] ordered = {
            Double.NEGATIVE_INFINITY, -1.5, -Double.MIN_VALUE, 0.0, Double.MIN_VALUE, 1.5, Double.POSITIVE_INFINITY
        };

        for (int i = 1; i < ordered.length; i++) {
            assertThat(IntervalIndex.key(ordered[i - 1])).isLessThan(IntervalIndex.key(ordered[i]));
        }
        assertThat(IntervalIndex.key(-0.0)).isEqualTo(IntervalIndex.key(0.0));
    }

    @Test
    void findsWhatAskingEveryReaderFinds() {
        Random random = new Random(42);
        List<Interval> intervals = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            double low = random.nextInt(40) - 20;
            double high = low + random.nextInt(6);
            intervals.add(new Interval(IntervalIndex.key(low), IntervalIndex.key(high), reader));
        }
        IndexedReaders readers = readers(READERS, new IntervalIndex(sheet.layout(), 1, intervals));
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double price = (random.nextInt(200) - 100) / 4.0;
            sheet.add(row, (long) row, price, "");
            long key = IntervalIndex.key(price);
            for (Interval interval : intervals) {
                if (interval.low() <= key && key <= interval.high()) {
                    expected.add(interval.reader() + " [@" + row + "[" + row + ", " + price + ", ]]");
                }
            }
        }

        readers.receive(sheet.run());

        assertThat(seen).isEqualTo(expected);
    }
}
