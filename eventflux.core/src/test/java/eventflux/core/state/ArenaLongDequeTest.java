package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventflux.api.spi.state.LongDeque;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArenaLongDequeTest {

    // What one block holds.
    private static final int BLOCK = 14;

    private final RecordStore store = new RecordStore();
    private final RowArena arena = new RowArena();
    private final LongDeque deque = new OperatorState(
                    store, arena, "", new RowLayout(RowSheet.schema("a int")), new SymbolTable())
            .longDeque("deque");

    @BeforeEach
    void createARecord() {
        store.create();
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            deque.addLast(i);
        }
    }

    @Test
    void isEmptiedFromTheFrontAtEverySizeAroundABlockBorder() {
        for (int size = 1; size <= 3 * BLOCK + 1; size++) {
            fill(size);
            for (int i = 0; i < size; i++) {
                assertThat(deque.first()).isEqualTo(i);
                assertThat(deque.last()).isEqualTo(size - 1);
                deque.removeFirst();
            }
            assertThat(deque.isEmpty()).isTrue();
        }
    }

    @Test
    void isEmptiedFromTheBackAtEverySizeAroundABlockBorder() {
        for (int size = 1; size <= 3 * BLOCK + 1; size++) {
            fill(size);
            for (int i = size - 1; i >= 0; i--) {
                assertThat(deque.first()).isZero();
                assertThat(deque.last()).isEqualTo(i);
                deque.removeLast();
            }
            assertThat(deque.isEmpty()).isTrue();
        }
    }

    @Test
    void goesOnAfterTheFirstOfABlockWasTakenFromTheBack() {
        fill(BLOCK + 1);
        deque.removeLast();
        deque.addLast(100);
        deque.addLast(101);

        assertThat(deque.last()).isEqualTo(101);
        deque.removeLast();
        assertThat(deque.last()).isEqualTo(100);
        deque.removeLast();
        assertThat(deque.last()).isEqualTo(BLOCK - 1);
        assertThat(deque.size()).isEqualTo(BLOCK);
    }

    @Test
    void takesAndGivesAtBothEndsOfOneBlock() {
        fill(BLOCK);
        for (int i = 0; i < BLOCK - 1; i++) {
            deque.removeFirst();
        }
        assertThat(deque.first()).isEqualTo(BLOCK - 1);

        deque.addLast(50);
        deque.removeFirst();

        assertThat(deque.first()).isEqualTo(50);
        assertThat(deque.last()).isEqualTo(50);
        assertThat(deque.size()).isEqualTo(1);
    }

    @Test
    void takesNoMoreMemoryWhileItMovesOn() {
        fill(100);
        long bytes = arena.bytes();

        for (int i = 0; i < 100_000; i++) {
            deque.addLast(i);
            deque.removeFirst();
        }

        assertThat(arena.bytes()).isEqualTo(bytes);
    }

    @Test
    void saysSoWhenThereIsNothing() {
        assertThatIllegalStateException().isThrownBy(deque::first);
        assertThatIllegalStateException().isThrownBy(deque::last);
        assertThatIllegalStateException().isThrownBy(deque::removeFirst);
        assertThatIllegalStateException().isThrownBy(deque::removeLast);
    }

    @Test
    void agreesWithADequeInEachOfSeveralRecordsAndOverSnapshots() {
        SplittableRandom random = new SplittableRandom(17);
        List<Deque<Long>> models = new ArrayList<>(List.of(new ArrayDeque<>()));
        for (int i = 1; i < 5; i++) {
            store.create();
            models.add(new ArrayDeque<>());
        }
        for (int step = 0; step < 60_000; step++) {
            int record = random.nextInt(models.size());
            store.select(record);
            Deque<Long> model = models.get(record);
            change(model, random, step % 4_000 < 2_000 ? 60 : 40);
            if (random.nextInt(500) == 0) {
                saveAndRestore();
            }
            assertThat(deque.size()).isEqualTo(model.size());
            if (!model.isEmpty()) {
                assertThat(deque.first()).isEqualTo(model.getFirst());
                assertThat(deque.last()).isEqualTo(model.getLast());
            }
        }
    }

    private void change(Deque<Long> model, SplittableRandom random, int percentAdded) {
        if (model.isEmpty() || random.nextInt(100) < percentAdded) {
            long value = random.nextLong();
            model.addLast(value);
            deque.addLast(value);
        } else if (random.nextInt(1_000) == 0) {
            model.clear();
            deque.clear();
        } else if (random.nextBoolean()) {
            model.removeFirst();
            deque.removeFirst();
        } else {
            model.removeLast();
            deque.removeLast();
        }
    }

    private void saveAndRestore() {
        SnapshotWriter out = new SnapshotWriter();
        store.save(out);
        deque.addLast(1);
        SnapshotReader in = new SnapshotReader(out.toBytes());
        store.restore(in);
        assertThat(in.atEnd()).isTrue();
    }
}
