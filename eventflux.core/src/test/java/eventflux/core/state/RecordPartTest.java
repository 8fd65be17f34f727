package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two operators that share the records of a partition. */
class RecordPartTest {

    private static final class Operators {

        private final RecordStore store = new RecordStore();
        private final RecordPart first = new RecordPart("first", store);
        private final RecordPart second = new RecordPart("second", store);
        private final LongCell total = state(first).longCell("total", 7);
        private final LongDeque values = state(second).longDeque("values");
        private final LongCell late = state(first).longCell("late", 8);

        private static OperatorState state(RecordPart part) {
            return part.state(new RowArena(), "", new RowLayout(RowSheet.schema("a int")), new SymbolTable());
        }
    }

    private final Operators operators = new Operators();

    private void fill(int records) {
        for (int i = 0; i < records; i++) {
            operators.store.create();
            operators.total.set(i);
            operators.late.set(-i);
            operators.values.addLast(10 * i);
        }
    }

    @Test
    void renewsItsOwnCellsOnly() {
        fill(1);

        operators.first.renew();

        assertThat(operators.total.get()).isEqualTo(7);
        assertThat(operators.late.get()).isEqualTo(8);
        assertThat(operators.values.size()).isEqualTo(1);
    }

    @Test
    void comesBackWithTheSlotsThatItHad() {
        // given: slots with gaps
        fill(5);
        for (int slot : new int[] {1, 3}) {
            operators.store.select(slot);
            operators.store.remove(slot);
        }
        SnapshotWriter out = new SnapshotWriter();
        operators.store.saveSlots(out);
        operators.second.save(out);
        operators.first.save(out);

        // when
        Operators restored = new Operators();
        SnapshotReader in = new SnapshotReader(out.toBytes());
        restored.store.restoreSlots(in);
        restored.second.restore(in);
        restored.first.restore(in);

        // then
        assertThat(in.atEnd()).isTrue();
        assertThat(restored.store.slots()).hasToString("{0, 2, 4}");
        List<Long> seen = new ArrayList<>();
        restored.first.forEachRecord(() -> {
            seen.add(restored.total.get());
            seen.add(restored.late.get());
            seen.add(restored.values.first());
        });
        assertThat(seen).containsExactly(0L, 0L, 0L, 2L, -2L, 20L, 4L, -4L, 40L);
        assertThat(restored.store.create()).isEqualTo(operators.store.create());
        assertThat(restored.store.create()).isEqualTo(operators.store.create());
        assertThat(restored.store.create()).isEqualTo(operators.store.create());
    }

    @Test
    void keepsTheSelectionWhileItSaves() {
        fill(3);
        operators.store.select(1);

        operators.first.save(new SnapshotWriter());

        assertThat(operators.store.selected()).isEqualTo(1);
        assertThat(operators.total.get()).isEqualTo(1);
    }

    @Test
    void refusesTheSnapshotOfAnotherOperatorAndOfOtherKeys() {
        fill(3);
        SnapshotWriter out = new SnapshotWriter();
        operators.first.save(out);
        SnapshotReader strange = new SnapshotReader(out.toBytes());
        Operators fewer = new Operators();
        fewer.store.create();

        assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> operators.second.restore(strange));
        assertThatExceptionOfType(SnapshotMismatch.class)
                .isThrownBy(() -> fewer.first.restore(new SnapshotReader(out.toBytes())));
    }

    @Test
    void hasNamesOfItsOwn() {
        Operators.state(new RecordPart("third", new RecordStore())).longCell("total", 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operators.state(operators.first).longCell("total", 0));
    }
}
