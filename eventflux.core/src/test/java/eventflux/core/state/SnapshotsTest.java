package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    /** An operator with one record. */
    private static final class Part {

        private final RowSheet sheet;
        private final LongCell cell;
        private final RowQueue queue;
        private final RecordPart record;

        Part(String id, SymbolTable symbols) {
            RowLayout layout = new RowLayout(RowSheet.schema("key string"), RowSheet.coded(0));
            RecordStore store = new RecordStore();
            record = new RecordPart(id, store);
            OperatorState state = record.state(new RowArena(), "", layout, symbols);
            sheet = new RowSheet(layout, symbols);
            cell = state.longCell("cell", 0);
            queue = state.rowQueue("queue");
            store.create();
        }
    }

    private final SymbolTable symbols = new SymbolTable();
    private final Part first = new Part("first", symbols);
    private final Part second = new Part("second", symbols);
    private final Snapshots snapshots = snapshots(List.of(first.record, second.record), symbols);

    private static Snapshots snapshots(List<Stateful> operators, SymbolTable symbols) {
        StateUnit unit = new StateUnit("query", "q", Map.of("window", "length 3"));
        return new Snapshots(List.of(new UnitState(unit, operators)), symbols);
    }

    private byte[] filled() {
        symbols.code("unused");
        first.cell.set(5);
        first.queue.append(first.sheet.add(1, "ä").view(0));
        second.cell.set(6);
        return snapshots.save(1_000);
    }

    @Test
    void bringsStateTimeAndSymbolsBack() {
        // given
        byte[] snapshot = filled();

        // when: the operators are there in another order
        SymbolTable restored = Snapshots.symbols(snapshot);
        Part one = new Part("first", restored);
        Part two = new Part("second", restored);
        long now = snapshots(List.of(two.record, one.record), restored).restore(snapshot);

        // then
        assertThat(now).isEqualTo(1_000);
        assertThat(one.cell.get()).isEqualTo(5);
        assertThat(one.queue.first()).hasToString("@1[ä]");
        assertThat(two.cell.get()).isEqualTo(6);
        assertThat(restored.code("ä")).isEqualTo(symbols.code("ä"));
    }

    @Test
    void savesEqualStateAsEqualBytes() {
        byte[] snapshot = filled();
        SymbolTable restored = Snapshots.symbols(snapshot);
        Snapshots copies =
                snapshots(List.of(new Part("first", restored).record, new Part("second", restored).record), restored);

        copies.restore(snapshot);

        assertThat(copies.save(1_000)).containsExactly(snapshot);
    }

    @Test
    void refusesTheStateOfOtherOperators() {
        byte[] snapshot = filled();
        List<Snapshots> others = List.of(
                snapshots(List.of(new Part("first", symbols).record), symbols),
                snapshots(List.of(new Part("first", symbols).record, new Part("third", symbols).record), symbols));

        for (Snapshots other : others) {
            assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> other.restore(snapshot));
        }
    }

    private static UnitState unit(String name, String window, Stateful operator) {
        return new UnitState(new StateUnit("query", name, Map.of("window", window)), List.of(operator));
    }

    @Test
    void bringsBackWhatFitsAndLeavesTheRestAsItIs() {
        // given
        first.cell.set(5);
        second.cell.set(6);
        Part third = new Part("third", symbols);
        third.cell.set(7);
        byte[] snapshot = new Snapshots(
                        List.of(
                                unit("gone", "length 1", first.record),
                                unit("changed", "length 2", second.record),
                                unit("same", "length 3", third.record)),
                        symbols)
                .save(1_000);

        // when
        SymbolTable restored = Snapshots.symbols(snapshot);
        Part fresh = new Part("first", restored);
        Part changed = new Part("second", restored);
        Part same = new Part("third", restored);
        new Snapshots(
                        List.of(
                                unit("same", "length 3", same.record),
                                unit("fresh", "length 1", fresh.record),
                                unit("changed", "length 4", changed.record)),
                        restored)
                .restore(snapshot);

        // then
        assertThat(same.cell.get()).isEqualTo(7);
        assertThat(changed.cell.get()).isZero();
        assertThat(fresh.cell.get()).isZero();
        assertThat(Snapshots.units(snapshot)).extracting(StateUnit::name).containsExactly("gone", "changed", "same");
    }

    @Test
    void refusesBytesThatEndTooEarlyOrTooLate() {
        byte[] snapshot = filled();
        for (int length = 0; length <= snapshot.length + 8; length++) {
            if (length != snapshot.length) {
                byte[] wrong = Arrays.copyOf(snapshot, length);

                assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> Snapshots.symbols(wrong));
                assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> snapshots.restore(wrong));
            }
        }
    }

    @Test
    void refusesBytesOfWhichAnyIsAnother() {
        byte[] snapshot = filled();
        for (int i = 0; i < snapshot.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] wrong = snapshot.clone();
                wrong[i] ^= (byte) (1 << bit);

                assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> Snapshots.symbols(wrong));
                assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> snapshots.restore(wrong));
            }
        }
    }

    @Test
    void refusesGarbage() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 1_000; round++) {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);

            assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> Snapshots.symbols(garbage));
        }
    }
}
