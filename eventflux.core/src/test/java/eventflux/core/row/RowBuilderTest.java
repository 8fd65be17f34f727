package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class RowBuilderTest {

    private static final String[] TEXTS = {"", "a", "abcdefgh", "né", "日本語", "\uD83D\uDE00", "x".repeat(3000)};

    private static final DataType[] TYPES = {
        DataType.INT, DataType.LONG, DataType.FLOAT, DataType.DOUBLE, DataType.BOOL, DataType.STRING
    };

    @Test
    void givesBackWhatWasStored() {
        RowSheet sheet = new RowSheet(
                RowSheet.schema("i int", "l long", "f float", "d double", "b bool", "s string", "none string"));

        sheet.add(-7, Integer.MIN_VALUE, Long.MIN_VALUE, -0.0f, Double.NaN, true, "é€\uD83D\uDE00", null);

        RowView row = sheet.view(0);
        assertThat(row.timestamp()).isEqualTo(-7);
        assertThat(row.getInt(0)).isEqualTo(Integer.MIN_VALUE);
        assertThat(row.getLong(0)).isEqualTo(Integer.MIN_VALUE);
        assertThat(row.getLong(1)).isEqualTo(Long.MIN_VALUE);
        assertThat(row.getFloat(2)).isEqualTo(-0.0f);
        assertThat(row.getDouble(3)).isNaN();
        assertThat(row.getBoolean(4)).isTrue();
        assertThat(row.getString(5)).isEqualTo("é€\uD83D\uDE00");
        assertThat(row.isNull(6)).isTrue();
        assertThat(row.getString(6)).isNull();
        assertThat(row.toArray())
                .containsExactly(Integer.MIN_VALUE, Long.MIN_VALUE, -0.0f, Double.NaN, true, "é€\uD83D\uDE00", null);
    }

    @Test
    void givesBackRandomRowsOfManyColumnsWithNullsAndTexts() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 60; round++) {
            // given: up to 200 columns, some of the texts coded
            RowSheet sheet = new RowSheet(randomLayout(random), new SymbolTable());
            List<Object[]> expected = new ArrayList<>();

            // when: enough rows for the batch to grow
            for (int row = 0; row < 20; row++) {
                Object[] values = randomValues(random, sheet.layout());
                expected.add(values);
                sheet.add(row, values);
            }

            // then
            for (int row = 0; row < 20; row++) {
                assertThat(sheet.view(row).toArray()).containsExactly(expected.get(row));
                assertThat(sheet.view(row).length() % Long.BYTES).isZero();
            }
        }
    }

    private static RowLayout randomLayout(SplittableRandom random) {
        int columns = random.nextInt(1, 200);
        List<Column> all = new ArrayList<>();
        BitSet coded = new BitSet();
        for (int i = 0; i < columns; i++) {
            DataType type = TYPES[random.nextInt(TYPES.length)];
            all.add(new Column("c" + i, type));
            if (type == DataType.STRING && random.nextBoolean()) {
                coded.set(i);
            }
        }
        return new RowLayout(new Schema(all), coded);
    }

    private static Object[] randomValues(SplittableRandom random, RowLayout layout) {
        Object[] values = new Object[layout.columns()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? null : randomValue(random, layout.type(i));
        }
        return values;
    }

    private static Object randomValue(SplittableRandom random, DataType type) {
        return switch (type) {
            case INT -> random.nextInt();
            case LONG -> random.nextLong();
            case FLOAT -> (float) random.nextDouble();
            case DOUBLE -> random.nextDouble();
            case BOOL -> random.nextBoolean();
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case OBJECT -> throw new IllegalArgumentException();
        };
    }

    @Test
    void keepsTheColumnsStoredBeforeWhenALongTextMakesTheBatchGrow() {
        RowSheet sheet = new RowSheet(RowSheet.schema("a long", "s string", "t string", "b long"));
        sheet.add(1, 11L, "first", "row", 12L);

        sheet.add(2, 21L, "y".repeat(100_000), "é".repeat(50_000), 22L);

        assertThat(sheet.view(0).toArray()).containsExactly(11L, "first", "row", 12L);
        assertThat(sheet.view(1).toArray()).containsExactly(21L, "y".repeat(100_000), "é".repeat(50_000), 22L);
    }

    @Test
    void writesEqualRowsAsEqualBytesWhateverLayThereBefore() {
        RowSheet sheet = new RowSheet(RowSheet.schema("a int", "s string", "t string"));
        Object[] values = {1, "abc", null};
        sheet.add(5, values);
        byte[] expected = sheet.bytes(0);

        sheet.batch().clear();
        sheet.add(-1, -1, "\u00ff".repeat(9), "\u00ff".repeat(9));
        sheet.batch().clear();
        sheet.add(5, values);

        assertThat(sheet.bytes(0)).containsExactly(expected);
    }

    @Test
    void writesEqualBytesWhetherColumnsWereStoredAtOnceOrClearedOfNullFirst() {
        RowSheet sheet = new RowSheet(RowSheet.schema("a int", "s string", "b long"));
        sheet.add(5, 1, "abc", null);

        RowBuilder builder = sheet.builder();
        builder.begin(5, 0);
        builder.putAllNull();
        builder.clearNull(1);
        builder.putText(1, "abc");
        builder.clearNull(0);
        builder.putLong(0, 1);
        builder.commit();

        assertThat(sheet.bytes(1)).containsExactly(sheet.bytes(0));
    }

    @Test
    void writesEqualBytesForATextGivenAsCharactersOrAsUtf8() {
        for (String text : TEXTS) {
            RowSheet sheet = new RowSheet(RowSheet.schema("s string"));
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            UnsafeBuffer padded = new UnsafeBuffer(ByteBuffer.allocateDirect(RowLayout.align(utf8.length)));
            padded.putBytes(0, utf8);
            sheet.add(5, text);

            sheet.builder().begin(5, 0);
            sheet.builder().putUtf8(0, utf8, 0, utf8.length);
            sheet.builder().commit();
            sheet.builder().begin(5, 0);
            sheet.builder().putPaddedText(0, padded.addressOffset(), utf8.length);
            sheet.builder().commit();

            assertThat(sheet.bytes(1)).containsExactly(sheet.bytes(0));
            assertThat(sheet.bytes(2)).containsExactly(sheet.bytes(0));
        }
    }

    @Test
    void forgetsARowThatWasBegunAndNotCommitted() {
        RowSheet sheet = new RowSheet(RowSheet.schema("s string", "a int"));
        sheet.add(1, "one", 1);
        sheet.builder().begin(2, 0);
        sheet.builder().putText(0, "lost");

        sheet.add(3, "three", 3);

        assertThat(sheet.texts(sheet.run())).containsExactly("@1[one, 1]", "@3[three, 3]");
    }

    @Test
    void clearsTheSlotOfAColumnMadeNull() {
        RowSheet sheet = new RowSheet(RowSheet.schema("a int"));
        sheet.builder().begin(0, 0);
        sheet.builder().putLong(0, 9);

        sheet.builder().putNull(0);
        sheet.builder().commit();

        assertThat(sheet.view(0).isNull(0)).isTrue();
        assertThat(sheet.view(0).getLong(0)).isZero();
    }

    @Test
    void copiesTextsBetweenCodedAndPlainColumnsEitherWay() {
        SymbolTable symbols = new SymbolTable();
        Schema schema = RowSheet.schema("coded string", "plain string");
        for (String text : Arrays.asList("é€", "", null)) {
            // given
            RowSheet from = new RowSheet(new RowLayout(schema, RowSheet.coded(0)), symbols).add(1, text, text);
            RowSheet to = new RowSheet(new RowLayout(schema, RowSheet.coded(0)), symbols);

            // when: straight, then crosswise
            for (int shift = 0; shift < 2; shift++) {
                to.builder().begin(1, 0);
                to.builder().copyText(0, from.view(0), shift);
                to.builder().copyText(1, from.view(0), 1 - shift);
                to.builder().commit();
            }

            // then
            assertThat(to.view(0).toArray()).containsExactly(text, text);
            assertThat(to.view(1).toArray()).containsExactly(text, text);
            assertThat(to.bytes(0)).containsExactly(from.bytes(0));
            assertThat(to.bytes(1)).containsExactly(from.bytes(0));
        }
    }
}
