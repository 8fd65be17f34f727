package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrunedRowsTest {

    private static final int HEAD = RowLayout.NULLS_OFFSET + Long.BYTES;

    private final RowSheet sheet = new RowSheet(
            new RowLayout(
                    RowSheet.schema("n int", "text string", "key string", "price double", "note string"),
                    RowSheet.coded(2)),
            new SymbolTable());

    private static BitSet columns(int... columns) {
        return RowSheet.coded(columns);
    }

    private PrunedRows rowsWithout(int... columns) {
        return new PrunedRows(sheet.layout().without(columns(columns)), sheet.symbols());
    }

    @Test
    void leavesOutColumnsWithTheirSlotsAndTexts() {
        PrunedRows rows = rowsWithout(0, 4);

        RowView row = rows.append(
                sheet.add(7, 1, "a text", "k", 2.5, "a note that is long").last());

        assertThat(row.length()).isEqualTo(HEAD + 3 * Long.BYTES + Long.BYTES);
        assertThat(row.timestamp()).isEqualTo(7);
        assertThat(row.toArray()).containsExactly(null, "a text", "k", 2.5, null);
        assertThat(row).hasToString("@7[…, a text, k, 2.5, …]");
    }

    @Test
    void keepsNullsAndEmptyTexts() {
        PrunedRows rows = rowsWithout(2);

        RowView row = rows.append(sheet.add(1, null, "", "k", null, null).last());

        assertThat(row.toArray()).containsExactly(null, "", null, null, null);
        assertThat(row.getString(1)).isEmpty();
        assertThat(row.length()).isEqualTo(HEAD + 4 * Long.BYTES);
    }

    @Test
    void copiesTheTimeThatTheRowShows() {
        RowView shown = sheet.add(1, 1, "t", "k", 1.0, "n").last();
        shown.timestamp(99);

        assertThat(rowsWithout(1, 4).append(shown).timestamp()).isEqualTo(99);
    }

    @Test
    void givesRowsOfTheSameValuesTheSameBytes() {
        PrunedRows rows = rowsWithout(0);

        long one = rows.append(sheet.add(1, 1, "t", "k", 1.0, "n").last()).valueHash();
        long other = rows.append(sheet.add(2, 2, "t", "k", 1.0, "n").last()).valueHash();

        assertThat(one).isEqualTo(other);
    }

    @Test
    void letsRowsBeReadUntilTheyAreCleared() {
        PrunedRows rows = rowsWithout(0, 2, 3, 4);
        sheet.add(0, 0, "row 0", "k", 1.0, "n");

        RowView row = rows.append(sheet.view(0));
        long first = row.address();
        IntStream.range(1, 1_000).forEach(i -> rows.append(sheet.view(0)));

        assertThat(new RowView(row.layout(), sheet.symbols()).wrap(first).getString(1))
                .isEqualTo("row 0");
        rows.clear();
        long again = rows.append(sheet.view(0)).address();
        rows.clear();
        assertThat(rows.append(sheet.view(0)).address()).isEqualTo(again);
    }

    @Test
    void leavesOutAllColumns() {
        RowView row = rowsWithout(0, 1, 2, 3, 4)
                .append(sheet.add(1, 1, "t", "k", 1.0, "n").last());

        assertThat(row.length()).isEqualTo(HEAD);
        assertThat(row.toArray()).containsOnlyNulls();
    }

    @Test
    void leavesOutColumnsOfEveryWordOfNullBits() {
        // given
        int count = 130;
        RowSheet wide = new RowSheet(RowSheet.schema(
                IntStream.range(0, count).mapToObj(i -> "c" + i + " long").toArray(String[]::new)));
        Object[] values =
                IntStream.range(0, count).mapToObj(i -> (Object) (long) i).toArray();
        values[70] = null;
        BitSet leftOut = new BitSet();
        leftOut.set(0, count);
        leftOut.clear(1);
        leftOut.clear(70);
        leftOut.clear(129);

        // when
        RowLayout layout = wide.layout().without(leftOut);
        RowView row = new PrunedRows(layout, wide.symbols())
                .append(wide.add(1, values).last());

        // then
        Object[] expected = new Object[count];
        expected[1] = 1L;
        expected[129] = 129L;
        assertThat(row.toArray()).containsExactly(expected);
        assertThat(row.length()).isEqualTo(layout.fixedLength()).isEqualTo(RowLayout.NULLS_OFFSET + 6 * Long.BYTES);
    }
}
