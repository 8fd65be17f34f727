package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowViewTest {

    @Test
    void givesTheTablesOwnTextForACodedColumn() {
        SymbolTable symbols = new SymbolTable();
        RowLayout layout = new RowLayout(RowSheet.schema("s string"), RowSheet.coded(0));
        RowSheet sheet = new RowSheet(layout, symbols).add(1, "text").add(2, "text");

        assertThat(sheet.view(0).getString(0)).isSameAs(sheet.view(1).getString(0));
        assertThat(sheet.bytes(0)).hasSize(layout.fixedLength());
    }

    @Test
    void showsAnotherTimeUntilItIsMoved() {
        RowSheet sheet = new RowSheet(RowSheet.schema("a int")).add(1, 7).add(2, 8);
        RowView row = sheet.view(0);

        row.timestamp(99);
        assertThat(row).hasToString("@99[7]");
        row.wrap(row.address());
        assertThat(row).hasToString("@1[7]");
        assertThat(sheet.view(1)).hasToString("@2[8]");
    }

    @Test
    void readsTheFlags() {
        RowSheet sheet = new RowSheet(RowSheet.schema("a int"));
        sheet.builder().begin(1, RowLayout.EXPIRED_FLAG);
        sheet.builder().putNull(0);
        sheet.builder().commit();

        assertThat(sheet.view(0).flags()).isEqualTo(RowLayout.EXPIRED_FLAG);
        assertThat(sheet.texts(sheet.run())).containsExactly("-@1[null]");
    }
}
