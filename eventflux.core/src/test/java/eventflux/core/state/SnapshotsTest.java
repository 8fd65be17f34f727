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
    private final Snapshots snapshots = new Snapshots(List.of(first.record, second.record), symbols);

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
        long now = new Snapshots(List.of(two.record, one.record), restored).restore(snapshot);

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
        Snapshots copies = new Snapshots(
                List.of(new Part("first", restored).record, new Part("second", restored).record), restored);

        copies.restore(snapshot);

        assertThat(copies.save(1_000)).containsExactly(snapshot);
    }

    @Test
    void refusesTheStateOfOtherOperators() {
        byte[] snapshot = filled();
        List<Snapshots> others = List.of(
                new Snapshots(List.of(new Part("first", symbols).record), symbols),
                new Snapshots(List.of(new Part("first", symbols).record, new Part("third", symbols).record), symbols));

        for (Snapshots other : others) {
            assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> other.restore(snapshot));
        }
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
