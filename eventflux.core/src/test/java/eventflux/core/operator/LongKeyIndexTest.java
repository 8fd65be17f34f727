package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class LongKeyIndexTest {

    private static final LongKey FIRST_COLUMN = new LongKey() {
        @Override
        public boolean isNull(RowView row, EvalContext context) {
            return row.isNull(0);
        }

        @Override
        public long key(RowView row, EvalContext context) {
            return row.getLong(0);
        }
    };

    // Null, then so many keys.
    private static List<RowView> rows(int keys, LongUnaryOperator key) {
        List<RowView> rows = new ArrayList<>();
        for (int i = 0; i <= keys; i++) {
            rows.add(new RowSheet(RowSheet.schema("k long"))
                    .add(0, i == 0 ? null : (Object) key.applyAsLong(i))
                    .view(0));
        }
        return rows;
    }

    @Test
    void agreesWithAMapForKeysInARow() {
        new KeyIndexModel(() -> new LongKeyIndex(FIRST_COLUMN), rows(1_000, i -> i - 500), new SplittableRandom(1))
                .run(60_000);
    }

    @Test
    void agreesWithAMapForKeysThatShareTheirLowBits() {
        new KeyIndexModel(() -> new LongKeyIndex(FIRST_COLUMN), rows(500, i -> i << 40), new SplittableRandom(2))
                .run(40_000);
    }

    @Test
    void tellsNullFromZeroAndOtherNumbers() {
        LongKeyIndex index = new LongKeyIndex(FIRST_COLUMN);
        List<RowView> rows = rows(2, i -> i - 1);
        EvalContext context = new EvalContext();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(index.find(rows.get(i), context)).isEqualTo(KeyIndex.ABSENT);
            index.insert(i);
        }

        index.remove(0);

        assertThat(index.find(rows.get(0), context)).isEqualTo(KeyIndex.ABSENT);
        assertThat(index.find(rows.get(1), context)).isEqualTo(1);
        assertThat(index.find(rows.get(2), context)).isEqualTo(2);
    }

    @Test
    void holdsNoSymbols() {
        LongKeyIndex index = new LongKeyIndex(FIRST_COLUMN);
        index.find(rows(1, i -> i).get(1), new EvalContext());
        index.insert(0);
        BitSet symbols = new BitSet();

        index.markKey(0, symbols);

        assertThat(symbols.isEmpty()).isTrue();
    }
}
