package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodedKeyIndexTest {

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

    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout = new RowLayout(RowSheet.schema("k string"), RowSheet.coded(0));
    private final CodedKeyIndex index = new CodedKeyIndex(FIRST_COLUMN);
    private final EvalContext context = new EvalContext();

    @Test
    void findsTheSlotOfACodeWithoutARow() {
        RowView row = row("a");
        index.find(row, context);
        index.insert(5);

        assertThat(index.slotOf(symbols.code("a"))).isEqualTo(5);
        assertThat(index.slotOf(symbols.code("b"))).isEqualTo(KeyIndex.ABSENT);
        assertThat(index.slotOf(1_000_000)).isEqualTo(KeyIndex.ABSENT);
    }

    private RowView row(String key) {
        return new RowSheet(layout, symbols).add(0, key).view(0);
    }

    @Test
    void agreesWithAMap() {
        List<RowView> rows = new ArrayList<>(List.of(row(null)));
        for (int i = 0; i < 700; i++) {
            rows.add(row("key " + i));
        }

        new KeyIndexModel(() -> new CodedKeyIndex(FIRST_COLUMN), rows, new SplittableRandom(3)).run(50_000);
    }

    @Test
    void holdsTheSymbolsOfItsKeysAndNoneForNull() {
        symbols.code("other");
        index.find(row("key"), context);
        index.insert(0);
        index.find(row(null), context);
        index.insert(1);
        BitSet held = new BitSet();

        index.markKey(0, held);
        assertThat(held).isEqualTo(RowSheet.coded(symbols.code("key")));
        held.clear();
        index.markKey(1, held);
        assertThat(held.isEmpty()).isTrue();
    }

    @Test
    void refusesAKeyThatIsNoCode() {
        SnapshotWriter out = new SnapshotWriter();
        out.writeInt(-5);

        assertThatExceptionOfType(SnapshotMismatch.class)
                .isThrownBy(() -> index.restoreKey(0, new SnapshotReader(out.toBytes())));
    }
}
