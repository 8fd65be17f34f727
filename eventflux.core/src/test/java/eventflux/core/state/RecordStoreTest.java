package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecordStoreTest {

    private final RecordStore store = new RecordStore();
    private final RowArena arena = new RowArena();
    private final OperatorState state = state(store);

    private OperatorState state(RecordStore of) {
        return new OperatorState(of, arena, "", new RowLayout(RowSheet.schema("a int")), new SymbolTable());
    }

    @Test
    void beginsEachRecordWithTheInitialValues() {
        LongCell cell = state.longCell("cell", 42);
        LongDeque deque = state.longDeque("deque");
        int first = store.create();
        cell.set(1);
        deque.addLast(1);

        store.create();
        assertThat(cell.get()).isEqualTo(42);
        assertThat(deque.isEmpty()).isTrue();

        store.select(first);
        assertThat(cell.get()).isEqualTo(1);
        assertThat(deque.size()).isEqualTo(1);
    }

    @Test
    void loadsRecordsWithoutSelectingThem() {
        LongCell cell = state.longCell("cell", 0);
        LongDeque deque = state.longDeque("deque");
        int[] slots = new int[3];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = store.create();
            cell.set(i);
        }
        deque.addLast(7);

        store.load(slots, slots.length);

        assertThat(store.selected()).isEqualTo(slots[2]);
        assertThat(cell.get()).isEqualTo(2);
        assertThat(deque.last()).isEqualTo(7);
    }

    @Test
    void isLargeFromHalfAMegabyteOn() {
        state.longCell("cell", 0);
        for (int i = 0; i < 65_535; i++) {
            store.create();
        }
        assertThat(store.isLarge()).isFalse();
        store.create();
        assertThat(store.isLarge()).isTrue();
    }

    @Test
    void keepsRecordsApartWhenItGrowsOverSeveralChunks() {
        for (int records : new int[] {1, 3, 4, 5, 1023, 1024, 1025, 5_000}) {
            RecordStore grown = new RecordStore();
            LongCell cell = state(grown).longCell("cell", -1);
            LongCell other = state(grown).longCell("other", -2);
            int[] slots = new int[records];
            for (int i = 0; i < records; i++) {
                slots[i] = grown.create();
                assertThat(cell.get()).isEqualTo(-1);
                cell.set(i);
                other.set(-i);
            }

            for (int i = 0; i < records; i++) {
                grown.select(slots[i]);
                assertThat(cell.get()).isEqualTo(i);
                assertThat(other.get()).isEqualTo(-i);
            }
            assertThat(grown.size()).isEqualTo(records);
            assertThat(grown.slots().cardinality()).isEqualTo(records);
        }
    }

    @Test
    void agreesWithAMapOverRandomCreationsAndRemovals() {
        SplittableRandom random = new SplittableRandom(9);
        LongCell cell = state.longCell("cell", 0);
        LongDeque deque = state.longDeque("deque");
        Map<Integer, Long> model = new HashMap<>();
        for (int step = 0; step < 30_000; step++) {
            int choice = random.nextInt(100);
            if (model.isEmpty() || choice < 55) {
                int slot = store.create();
                long value = random.nextLong();
                assertThat(model.put(slot, value)).isNull();
                assertThat(deque.isEmpty()).isTrue();
                cell.set(value);
                deque.addLast(value);
            } else if (choice < 99) {
                int slot = random.nextInt(model.size() * 2);
                Long value = model.remove(slot);
                if (value != null) {
                    store.select(slot);
                    assertThat(cell.get()).isEqualTo(value);
                    assertThat(deque.last()).isEqualTo(value);
                    store.remove(slot);
                }
            } else if (random.nextInt(20) == 0) {
                store.clear();
                model.clear();
            }
            assertThat(store.size()).isEqualTo(model.size());
        }
        assertThat(store.slots().stream().boxed()).containsExactlyInAnyOrderElementsOf(model.keySet());
    }

    @Test
    void usesSlotsAndBlocksAgain() {
        LongDeque deque = state.longDeque("deque");
        for (int i = 0; i < 1_000; i++) {
            store.create();
            deque.addLast(i);
        }
        store.clear();
        long records = store.bytes();
        long blocks = arena.bytes();

        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 1_000; i++) {
                store.create();
                assertThat(deque.isEmpty()).isTrue();
                deque.addLast(i);
            }
            store.clear();
        }

        assertThat(store.size()).isZero();
        assertThat(store.bytes()).isEqualTo(records);
        assertThat(arena.bytes()).isEqualTo(blocks);
    }

    @Test
    void renewsTheSelectedRecordOnly() {
        LongCell cell = state.longCell("cell", 7);
        LongDeque deque = state.longDeque("deque");
        int first = store.create();
        cell.set(1);
        deque.addLast(1);
        int second = store.create();
        cell.set(2);
        deque.addLast(2);

        store.renew();

        assertThat(cell.get()).isEqualTo(7);
        assertThat(deque.isEmpty()).isTrue();
        store.select(first);
        assertThat(cell.get()).isEqualTo(1);
        assertThat(deque.first()).isEqualTo(1);
        assertThat(store.slots().get(second)).isTrue();
    }

    @Test
    void beginsSmall() {
        state.longCell("cell", 0);

        store.create();

        assertThat(store.bytes()).isLessThanOrEqualTo(64);
    }

    @Test
    void refusesCellsAfterTheFirstRecord() {
        state.longCell("cell", 0);
        store.create();

        assertThatIllegalStateException().isThrownBy(() -> state.longCell("late", 0));
    }

    @Test
    void refusesAStateAskedForTwice() {
        state.longCell("name", 0);

        assertThatIllegalArgumentException().isThrownBy(() -> state.longDeque("name"));
    }

    @Test
    void refusesTheSnapshotOfOtherCells() {
        state.longCell("cell", 0);
        store.create();
        SnapshotWriter out = new SnapshotWriter();
        store.save(out);
        RecordStore renamed = new RecordStore();
        state(renamed).longCell("renamed", 0);
        renamed.create();
        RecordStore larger = new RecordStore();
        state(larger).longCell("cell", 0);
        state(larger).longCell("another", 0);
        larger.create();

        for (RecordStore other : new RecordStore[] {renamed, larger}) {
            assertThatExceptionOfType(SnapshotMismatch.class)
                    .isThrownBy(() -> other.restore(new SnapshotReader(out.toBytes())));
        }
    }
}
