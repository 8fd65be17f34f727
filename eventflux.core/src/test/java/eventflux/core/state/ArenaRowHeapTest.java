package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventflux.api.spi.state.RowHeap;
import eventflux.api.spi.state.RowOrder;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArenaRowHeapTest {

    private static final RowOrder ORDER =
            new RowOrder(List.of(new RowOrder.Key(0, false), new RowOrder.Key(1, true), new RowOrder.Key(2, false)));

    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout =
            new RowLayout(RowSheet.schema("n int", "key string", "text string"), RowSheet.coded(1));
    private final RowSheet sheet = new RowSheet(layout, symbols);
    private final RowArena arena = new RowArena();
    private final RecordStore store = new RecordStore();
    private final RowHeap heap = new OperatorState(store, arena, "", layout, symbols).rowHeap("heap", ORDER);

    private RowView row(long time, Object... values) {
        sheet.batch().clear();
        return sheet.add(time, values).view(0);
    }

    private List<String> drain() {
        List<String> texts = new ArrayList<>();
        while (!heap.isEmpty()) {
            texts.add(heap.last().toString());
            heap.removeLast();
        }
        return texts;
    }

    @Test
    void ordersByEachKeyInTurnAndTakesNullForTheLargest() {
        store.create();
        heap.add(row(1, 1, "b", "x"));
        heap.add(row(2, null, "z", "x"));
        heap.add(row(3, 1, "c", "x"));
        heap.add(row(4, 1, "b", "y"));
        heap.add(row(5, 1, "b", null));
        heap.add(row(6, -1, "a", "x"));

        assertThat(drain())
                .containsExactly(
                        "@2[null, z, x]",
                        "@5[1, b, null]",
                        "@4[1, b, y]",
                        "@1[1, b, x]",
                        "@3[1, c, x]",
                        "@6[-1, a, x]");
        assertThat(heap.last()).isNull();
        assertThatIllegalStateException().isThrownBy(heap::removeLast);
    }

    @Test
    void putsTheLaterOfEqualRowsLast() {
        store.create();
        for (int time = 1; time <= 5; time++) {
            heap.add(row(time, 1, "a", "x"));
        }

        assertThat(drain()).containsExactly("@5[1, a, x]", "@4[1, a, x]", "@3[1, a, x]", "@2[1, a, x]", "@1[1, a, x]");
    }

    @Test
    void marksTheSymbolsOfItsRows() {
        store.create();
        heap.add(row(1, 1, "a", "x"));
        heap.add(row(2, 2, null, "y"));
        BitSet held = new BitSet();

        store.mark(held);

        assertThat(held).isEqualTo(RowSheet.coded(symbols.code("a")));
    }

    private record Kept(int number, String key, long time, String text) {}

    @Test
    void agreesWithASortedListInEachOfSeveralRecordsAndOverSnapshots() {
        Comparator<Kept> order = Comparator.comparing(Kept::number)
                .thenComparing(Comparator.comparing(Kept::key).reversed())
                .thenComparing(Kept::time);
        SplittableRandom random = new SplittableRandom(29);
        List<List<Kept>> models = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            store.create();
            models.add(new ArrayList<>());
        }
        for (int step = 0; step < 20_000; step++) {
            int record = random.nextInt(models.size());
            store.select(record);
            List<Kept> model = models.get(record);
            if (model.isEmpty() || random.nextInt(100) < (step % 4_000 < 2_000 ? 55 : 45)) {
                int number = random.nextInt(4);
                String key = "k" + random.nextInt(3);
                RowView row = row(step, number, key, "t");
                model.add(new Kept(number, key, step, row.toString()));
                heap.add(row);
            } else {
                Kept last = model.stream().max(order).orElseThrow();
                model.remove(last);
                assertThat(heap.last()).hasToString(last.text());
                heap.removeLast();
            }
            if (random.nextInt(300) == 0) {
                saveAndRestore();
            }
            assertThat(heap.size()).isEqualTo(model.size());
        }
        for (int record = 0; record < 3; record++) {
            store.select(record);
            store.remove(record);
        }
        assertThat(arena.bytes()).isLessThan(1 << 20);
    }

    private void saveAndRestore() {
        SnapshotWriter out = new SnapshotWriter();
        store.save(out);
        heap.add(row(0, 0, "x", "x"));
        SnapshotReader in = new SnapshotReader(out.toBytes());
        store.restore(in);
        assertThat(in.atEnd()).isTrue();
    }
}
