package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.state.DoubleCell;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import org.junit.jupiter.api.Test;

class CellDoubleTest {

    private static final double[] NUMBERS = {
        0, -0.0, 1.5, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY
    };

    private final RecordStore store = new RecordStore();
    private final DoubleCell cell = new OperatorState(
                    store, new RowArena(), "", new RowLayout(RowSheet.schema("a int")), new SymbolTable())
            .doubleCell("cell", 2.5);

    @Test
    void keepsANumberForEachRecordAndOverSnapshots() {
        for (double number : NUMBERS) {
            store.create();
            assertThat(cell.get()).isEqualTo(2.5);
            cell.set(number);
        }
        for (int slot = 0; slot < NUMBERS.length; slot++) {
            store.select(slot);
            SnapshotWriter out = new SnapshotWriter();
            store.save(out);
            cell.set(7);

            store.restore(new SnapshotReader(out.toBytes()));

            assertThat(Double.doubleToRawLongBits(cell.get())).isEqualTo(Double.doubleToRawLongBits(NUMBERS[slot]));
        }
    }
}
