package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBatchTest {

    private final RowSheet sheet = new RowSheet(RowSheet.schema("s string"));

    @Test
    void keepsItsRowsWhenItGrowsAndLetsThemBeReadWhereTheyWere() {
        RowView first = sheet.add(-1, "before").view(0);

        List<String> expected = new ArrayList<>(List.of("@-1[before]"));
        for (int i = 0; i < 5_000; i++) {
            sheet.add(i, "row " + i);
            expected.add("@" + i + "[row " + i + "]");
        }

        assertThat(first).hasToString("@-1[before]");
        assertThat(first.address()).isNotEqualTo(sheet.batch().begin());
        assertThat(sheet.batch().count()).isEqualTo(5_001);
        assertThat(sheet.texts(sheet.run())).isEqualTo(expected);
    }

    @Test
    void hasAPitchWhileAllRowsAreOfOneLength() {
        sheet.add(1, "a").add(2, "b");
        assertThat(sheet.batch().pitch()).isEqualTo(40);

        sheet.add(3, "a longer text");
        assertThat(sheet.batch().pitch()).isZero();

        sheet.add(4, "b");
        assertThat(sheet.batch().pitch()).isZero();
    }

    @Test
    void hasAPitchAgainAfterItWasCleared() {
        sheet.add(1, "a").add(2, "a longer text");

        sheet.batch().clear();
        assertThat(sheet.batch().isEmpty()).isTrue();
        sheet.add(3, "a longer text");

        assertThat(sheet.batch().pitch()).isEqualTo(48);
        assertThat(sheet.run().pitch()).isEqualTo(48);
    }

    @Test
    void appendsSingleRowsOfOtherMemory() {
        RowSheet other = new RowSheet(sheet.layout(), sheet.symbols());
        sheet.add(1, "one").add(2, "a second row");
        RowView second = sheet.view(1);

        for (int i = 0; i < 100; i++) {
            other.batch().append(second.address());
        }

        assertThat(other.batch().count()).isEqualTo(100);
        assertThat(other.batch().pitch()).isEqualTo(second.length());
        assertThat(other.texts(other.run())).containsOnly("@2[a second row]");
    }

    @Test
    void appendsAllRowsOfAnotherBatch() {
        RowSheet other = new RowSheet(sheet.layout(), sheet.symbols()).add(1, "x");
        sheet.add(2, "y").add(3, "z".repeat(1_000));

        other.batch().append(sheet.batch());
        assertThat(other.batch().pitch()).isZero();

        assertThat(other.texts(other.run())).containsExactly("@1[x]", "@2[y]", "@3[" + "z".repeat(1_000) + "]");
        assertThat(other.batch().count()).isEqualTo(3);
    }

    @Test
    void keepsThePitchWhenBatchesOfOnePitchAreJoined() {
        RowSheet other = new RowSheet(sheet.layout(), sheet.symbols());
        sheet.add(2, "y").add(3, "z");

        other.batch().append(sheet.batch());
        other.batch().append(sheet.batch());

        assertThat(other.batch().pitch()).isEqualTo(40);
        assertThat(other.batch().count()).isEqualTo(4);
    }
}
