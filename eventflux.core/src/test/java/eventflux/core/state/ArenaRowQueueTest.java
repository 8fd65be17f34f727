package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArenaRowQueueTest {

    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout =
            new RowLayout(RowSheet.schema("n int", "key string", "text string"), RowSheet.coded(1));
    private final RowSheet sheet = new RowSheet(layout, symbols);
    private final RowArena arena = new RowArena();
    private final RecordStore store = new RecordStore();
    private final OperatorState state = new OperatorState(store, arena, "", layout, symbols);
    private final RowQueue queue = state.rowQueue("queue");
    private final RowQueue other = state.rowQueue("other");

    private RowView row(long time, Object... values) {
        sheet.batch().clear();
        return sheet.add(time, values).view(0);
    }

    private static List<String> texts(RowQueue queue) {
        List<String> texts = new ArrayList<>();
        for (Row row = queue.first(); row != null; row = queue.next()) {
            texts.add(row.toString());
        }
        return texts;
    }

    @Test
    void givesRowsBackInTheOrderInWhichTheyCame() {
        store.create();

        queue.append(row(1, 1, "k", "one"));
        queue.append(row(2, 2, null, "a longer text"));
        queue.append(row(3, null, "k", null));

        assertThat(texts(queue)).containsExactly("@1[1, k, one]", "@2[2, null, a longer text]", "@3[null, k, null]");
        assertThat(queue.size()).isEqualTo(3);
        queue.removeFirst();
        assertThat(texts(queue)).containsExactly("@2[2, null, a longer text]", "@3[null, k, null]");
    }

    @Test
    void keepsTheTimeThatTheRowShows() {
        store.create();
        RowView row = row(1, 1, "k", "t");
        row.timestamp(99);

        queue.append(row);

        assertThat(queue.first().timestamp()).isEqualTo(99);
    }

    @Test
    void hasNoRowAfterTheLast() {
        store.create();
        assertThat(queue.first()).isNull();

        queue.append(row(1, 1, "k", "t"));
        assertThat(queue.first()).isNotNull();
        assertThat(queue.next()).isNull();
        queue.removeFirst();

        assertThat(queue.isEmpty()).isTrue();
        assertThatIllegalStateException().isThrownBy(queue::removeFirst);
    }

    @Test
    void takesAllRowsOfAnotherQueueInPlaceOfItsOwn() {
        store.create();
        queue.append(row(1, 1, "old", "old"));
        other.append(row(2, 2, "k", "t"));
        other.append(row(3, 3, "k", "t"));

        queue.takeAll(other);
        other.append(row(4, 4, "k", "t"));
        queue.append(row(5, 5, "k", "t"));

        assertThat(texts(queue)).containsExactly("@2[2, k, t]", "@3[3, k, t]", "@5[5, k, t]");
        assertThat(texts(other)).containsExactly("@4[4, k, t]");
    }

    @Test
    void takesNothingFromAnEmptyQueue() {
        store.create();
        queue.append(row(1, 1, "old", "old"));

        queue.takeAll(other);

        assertThat(queue.isEmpty()).isTrue();
        queue.append(row(2, 2, "k", "t"));
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void marksTheSymbolsOfItsRows() {
        store.create();
        queue.append(row(1, 1, "a", "x"));
        queue.append(row(2, 2, null, "y"));
        other.append(row(3, 3, "b", "z"));
        symbols.code("nobody's");
        BitSet held = new BitSet();

        store.mark(held);

        assertThat(held).isEqualTo(RowSheet.coded(symbols.code("a"), symbols.code("b")));
    }

    @Test
    void agreesWithADequeInEachOfSeveralRecordsAndOverSnapshots() {
        SplittableRandom random = new SplittableRandom(23);
        List<Deque<String>> models = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            store.create();
            models.add(new ArrayDeque<>());
        }
        for (int step = 0; step < 30_000; step++) {
            int record = random.nextInt(models.size());
            store.select(record);
            Deque<String> model = models.get(record);
            if (model.isEmpty() || random.nextInt(100) < (step % 4_000 < 2_000 ? 55 : 45)) {
                RowView row = row(step, step, "k" + random.nextInt(50), "é".repeat(random.nextInt(100)));
                model.addLast(row.toString());
                queue.append(row);
            } else {
                assertThat(queue.first()).hasToString(model.removeFirst());
                queue.removeFirst();
            }
            if (random.nextInt(300) == 0) {
                saveAndRestore();
                assertThat(texts(queue)).containsExactlyElementsOf(model);
            }
            assertThat(queue.size()).isEqualTo(model.size());
        }
        assertThat(arena.bytes()).isLessThan(4 << 20);
    }

    @Test
    void agreesWithDequesWhoseRowsMoveFromOneToTheOther() {
        SplittableRandom random = new SplittableRandom(29);
        Deque<String> model = new ArrayDeque<>();
        Deque<String> otherModel = new ArrayDeque<>();
        store.create();
        for (int step = 0; step < 30_000; step++) {
            RowView row = row(step, step, "k", "é".repeat(random.nextInt(step % 3_000 < 10 ? 4_000 : 40)));
            switch (random.nextInt(40)) {
                case 0 -> {
                    queue.takeAll(other);
                    model.clear();
                    model.addAll(otherModel);
                    otherModel.clear();
                }
                case 1, 2 -> {
                    other.appendAll(queue);
                    otherModel.addAll(model);
                    model.clear();
                }
                case 3 -> {
                    other.clear();
                    otherModel.clear();
                }
                case 4 -> removeOnTheWay(random.nextInt(model.size() + 1), model);
                case 5, 6, 7, 8, 9 -> take(other, otherModel);
                case 10, 11, 12, 13, 14 -> take(queue, model);
                case 15, 16, 17, 18 -> {
                    other.append(row);
                    otherModel.addLast(row.toString());
                }
                default -> {
                    queue.append(row);
                    model.addLast(row.toString());
                }
            }
            if (step % 16 == 0) {
                assertThat(texts(queue)).containsExactlyElementsOf(model);
                assertThat(texts(other)).containsExactlyElementsOf(otherModel);
            }
        }
        long bytes = arena.bytes();
        queue.clear();
        other.clear();
        assertThat(arena.bytes()).isEqualTo(bytes).isLessThan(4 << 20);
    }

    private static void take(RowQueue from, Deque<String> model) {
        if (!from.isEmpty()) {
            assertThat(from.takeFirst()).hasToString(model.removeFirst());
        }
    }

    // The oldest goes while the cursor stands on it.
    private void removeOnTheWay(int rows, Deque<String> model) {
        Row row = queue.first();
        for (int i = 0; i < rows; i++) {
            queue.removeFirst();
            assertThat(row).hasToString(model.removeFirst());
            row = queue.next();
        }
        assertThat(row == null).isEqualTo(model.isEmpty());
    }

    @Test
    void givesItsMemoryBackWhenItsLastRowLeaves() {
        store.create();
        for (int i = 0; i < 1_000; i++) {
            queue.append(row(i, i, "k", "t"));
        }
        long bytes = arena.bytes();
        for (int round = 0; round < 10; round++) {
            while (!queue.isEmpty()) {
                queue.removeFirst();
            }
            for (int i = 0; i < 1_000; i++) {
                other.append(row(i, i, "k", "t"));
            }
            queue.appendAll(other);
        }

        assertThat(arena.bytes()).isEqualTo(bytes);
    }

    private void saveAndRestore() {
        SnapshotWriter out = new SnapshotWriter();
        store.save(out);
        queue.append(row(0, 0, "x", "x"));
        SnapshotReader in = new SnapshotReader(out.toBytes());
        store.restore(in);
        assertThat(in.atEnd()).isTrue();
    }

    @Test
    void refusesRowsWhoseLengthIsNotTheirs() {
        store.create();
        queue.append(row(1, 1, "a", "x"));
        SnapshotWriter out = new SnapshotWriter();
        store.save(out);
        byte[] bytes = out.toBytes();
        // cells, name, which columns are codes, how many rows, length of the row
        int coded = 4 + 8 * layout.codedColumns().toLongArray().length;
        int lengthOfTheRow = 4 + 4 + "queue".length() + coded + 4;
        for (int wrong : new int[] {-1, 0, 8, Integer.MAX_VALUE}) {
            byte[] damaged = bytes.clone();
            java.nio.ByteBuffer.wrap(damaged)
                    .order(java.nio.ByteOrder.nativeOrder())
                    .putInt(lengthOfTheRow, wrong);

            assertThatExceptionOfType(SnapshotMismatch.class)
                    .isThrownBy(() -> store.restore(new SnapshotReader(damaged)));
        }
    }
}
