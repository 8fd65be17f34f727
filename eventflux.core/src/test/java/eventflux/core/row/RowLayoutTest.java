package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowLayoutTest {

    private static Schema longs(int columns) {
        return new Schema(IntStream.range(0, columns)
                .mapToObj(i -> new Column("c" + i, DataType.LONG))
                .toList());
    }

    @Test
    void takesOneWordOfNullBitsForEachSixtyFourColumns() {
        assertThat(new RowLayout(longs(1)).slotOffset(0)).isEqualTo(24);
        assertThat(new RowLayout(longs(64)).slotOffset(0)).isEqualTo(24);
        assertThat(new RowLayout(longs(65)).slotOffset(0)).isEqualTo(32);
        assertThat(new RowLayout(longs(128)).slotOffset(0)).isEqualTo(32);
        assertThat(new RowLayout(longs(129)).slotOffset(0)).isEqualTo(40);
    }

    @Test
    void givesEveryColumnANullBitAndASlotOfItsOwn() {
        RowLayout layout = new RowLayout(longs(130));

        long bits = IntStream.range(0, 130)
                .mapToObj(column -> layout.nullOffset(column) + "/" + layout.nullMask(column))
                .distinct()
                .count();

        assertThat(bits).isEqualTo(130);
        assertThat(layout.nullOffset(129)).isEqualTo(RowLayout.NULLS_OFFSET + 16);
        assertThat(layout.slotOffset(129)).isEqualTo(40 + 129 * 8);
        assertThat(layout.fixedLength()).isEqualTo(40 + 130 * 8);
    }

    @Test
    void keepsOffsetAndLengthOfATextInOneSlot() {
        long slot = RowLayout.textSlot(1 << 30, Integer.MAX_VALUE);

        assertThat(RowLayout.textOffset(slot)).isEqualTo(1 << 30);
        assertThat(RowLayout.textLength(slot)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void alignsToTheNextMultipleOfEight() {
        assertThat(IntStream.of(0, 1, 7, 8, 9, 16).map(RowLayout::align)).containsExactly(0, 8, 8, 8, 16, 16);
    }

    @Test
    void refusesACodedColumnThatIsNoText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowLayout(RowSheet.schema("a string", "b int"), RowSheet.coded(1)));
    }

    @Test
    void differsFromTheLayoutOfTheSameColumnsWithOtherCodes() {
        Schema schema = RowSheet.schema("a string", "b string");

        assertThat(new RowLayout(schema, RowSheet.coded(0)))
                .isEqualTo(new RowLayout(schema, RowSheet.coded(0)))
                .hasSameHashCodeAs(new RowLayout(schema, RowSheet.coded(0)))
                .isNotEqualTo(new RowLayout(schema, RowSheet.coded(1)))
                .isNotEqualTo(new RowLayout(schema));
    }

    @Test
    void isNotChangedThroughTheSetsThatItTakesAndGives() {
        // given
        var coded = RowSheet.coded(0);
        RowLayout layout = new RowLayout(RowSheet.schema("a string", "b string"), coded);

        // when
        coded.set(1);
        layout.codedColumns().clear();

        // then
        assertThat(layout.isCoded(0)).isTrue();
        assertThat(layout.isCoded(1)).isFalse();
        assertThat(layout.hasCodes()).isTrue();
    }

    @Test
    void givesColumnsThatAreLeftOutNoSlot() {
        RowLayout whole = new RowLayout(RowSheet.schema("a int", "b string", "c long"), RowSheet.coded(1));

        RowLayout layout = whole.without(RowSheet.coded(0));

        assertThat(layout.fixedLength()).isEqualTo(whole.fixedLength() - Long.BYTES);
        assertThat(layout.slotOffset(1)).isEqualTo(whole.slotOffset(0));
        assertThat(layout.slotOffset(2)).isEqualTo(whole.slotOffset(1));
        assertThat(layout.has(0)).isFalse();
        assertThat(layout.isCoded(1)).isTrue();
        assertThat(layout).isNotEqualTo(whole).isEqualTo(whole.without(RowSheet.coded(0)));
        assertThat(layout.whole()).isEqualTo(whole);
        assertThat(layout.without(RowSheet.coded(2))).isEqualTo(whole.without(RowSheet.coded(0, 2)));
    }
}
