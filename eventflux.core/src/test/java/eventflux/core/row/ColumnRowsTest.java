package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.DataType;
import eventflux.api.event.Dictionary;
import eventflux.api.event.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bytes of rows given by columns are those of the same rows written one by one. */
class ColumnRowsTest {

    private static final List<String> TEXTS =
            List.of("", "a", "Zürich", "12345678", "123456789", "a longer text, with a comma", "日本");
    private static final List<String> SHORT_TEXTS = List.of("a", "bc", "Zürich", "12345678");
    private static final DataType[] TYPES = {
        DataType.INT, DataType.LONG, DataType.FLOAT, DataType.DOUBLE, DataType.BOOL, DataType.STRING
    };
    private static final int TRIES = 400;

    @Test
    void writesTheBytesOfTheSameRowsWrittenOneByOne() {
        for (int seed = 0; seed < TRIES; seed++) {
            writesTheSame(new SplittableRandom(seed), "seed " + seed);
        }
    }

    // Two batches into the same memory, since what was found out for the first is used for the second.
    private static void writesTheSame(SplittableRandom random, String seed) {
        Schema schema = schema(random);
        ColumnRows columns = new ColumnRows(schema);
        RowLayout layout = new RowLayout(schema, coded(schema, random));
        SymbolTable symbols = new SymbolTable();
        RowBatch batch = new RowBatch(layout);
        RowSheet expected = new RowSheet(layout, symbols);
        Dictionary dictionary = Dictionary.of(random.nextBoolean() ? TEXTS : SHORT_TEXTS);
        for (int turn = 0; turn < 2; turn++) {
            give(columns, schema, 1 + random.nextInt(40), dictionary, random, expected);
            columns.write(batch, symbols, ColumnRows.UNTIMED);
        }
        assertThat(bytes(batch)).as(seed).isEqualTo(bytes(expected.batch()));
        assertThat(batch.count()).as(seed).isEqualTo(expected.batch().count());
        assertThat(batch.pitch()).as(seed).isEqualTo(expected.batch().pitch());
    }

    private static Schema schema(SplittableRandom random) {
        int columns = random.nextInt(10) == 0 ? 65 + random.nextInt(70) : 1 + random.nextInt(6);
        return RowSheet.schema(IntStream.range(0, columns)
                .mapToObj(i -> "c" + i + " " + TYPES[random.nextInt(TYPES.length)])
                .toArray(String[]::new));
    }

    private static BitSet coded(Schema schema, SplittableRandom random) {
        BitSet coded = new BitSet();
        for (int i = 0; i < schema.columns().size(); i++) {
            coded.set(i, schema.column(i).type() == DataType.STRING && random.nextBoolean());
        }
        return coded;
    }

    private static void give(
            ColumnRows columns,
            Schema schema,
            int rows,
            Dictionary dictionary,
            SplittableRandom random,
            RowSheet expected) {
        int from = random.nextInt(3);
        long[] times = random.longs(from + rows, 0, 1_000).toArray();
        boolean haveOneTime = random.nextBoolean();
        if (haveOneTime) {
            columns.begin(rows, times[0]);
        } else {
            columns.begin(rows, times, from);
        }
        List<Object[]> values = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            values.add(
                    random.nextInt(5) == 0
                            ? new Object[from + rows]
                            : column(random, schema.column(i).type(), from + rows, dictionary));
            give(columns, i, schema.column(i).type(), values.get(i), from, dictionary, random);
        }
        for (int row = 0; row < rows; row++) {
            int at = from + row;
            expected.add(
                    haveOneTime ? times[0] : times[at],
                    values.stream().map(column -> column[at]).toArray());
        }
    }

    private static Object[] column(SplittableRandom random, DataType type, int length, Dictionary texts) {
        boolean hasNulls = random.nextBoolean();
        Object[] values = new Object[length];
        for (int i = 0; i < length; i++) {
            values[i] = hasNulls && random.nextInt(3) == 0 ? null : value(random, type, texts);
        }
        return values;
    }

    private static Object value(SplittableRandom random, DataType type, Dictionary texts) {
        return switch (type) {
            case INT -> random.nextInt();
            case LONG -> random.nextLong();
            case FLOAT -> (float) random.nextInt(1_000) / 8;
            case DOUBLE -> random.nextDouble();
            case BOOL -> random.nextBoolean();
            default -> texts.text(random.nextInt(texts.size()));
        };
    }

    private static void give(
            ColumnRows columns,
            int column,
            DataType type,
            Object[] values,
            int from,
            Dictionary dictionary,
            SplittableRandom random) {
        boolean[] isNull = new boolean[values.length];
        boolean anyNull = false;
        boolean allNull = true;
        for (int i = from; i < values.length; i++) {
            isNull[i] = values[i] == null;
            anyNull |= isNull[i];
            allNull &= isNull[i];
        }
        if (allNull && random.nextBoolean()) {
            return;
        }
        if (type == DataType.STRING) {
            giveTexts(columns, column, values, from, dictionary, random);
            return;
        }
        columns.numbers(column, NumberForm.of(type, type), numbers(type, values), from);
        if (anyNull) {
            columns.nulls(column, isNull, from);
        }
    }

    private static void giveTexts(
            ColumnRows columns, int column, Object[] values, int from, Dictionary dictionary, SplittableRandom random) {
        if (random.nextBoolean()) {
            String[] texts = new String[values.length];
            System.arraycopy(values, 0, texts, 0, values.length);
            columns.texts(column, texts, from);
            return;
        }
        List<String> all =
                IntStream.range(0, dictionary.size()).mapToObj(dictionary::text).toList();
        int[] places = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            places[i] = values[i] == null ? -1 - random.nextInt(3) : all.indexOf(values[i]);
        }
        columns.texts(column, dictionary, places, from, Arrays.stream(places).anyMatch(place -> place < 0));
    }

    private static Object numbers(DataType type, Object[] values) {
        Object array = switch (type) {
            case INT -> new int[values.length];
            case LONG -> new long[values.length];
            case FLOAT -> new float[values.length];
            case DOUBLE -> new double[values.length];
            default -> new boolean[values.length];
        };
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                java.lang.reflect.Array.set(array, i, values[i]);
            }
        }
        return array;
    }

    private static byte[] bytes(RowBatch batch) {
        byte[] bytes = new byte[batch.length()];
        batch.buffer().getBytes(0, bytes);
        return bytes;
    }

    @Test
    void widensNumbers() {
        Schema schema = RowSheet.schema("a long", "b float", "c double", "d float", "e double", "f double");
        ColumnRows columns = new ColumnRows(schema);
        RowSheet sheet = new RowSheet(schema);
        int[] ints = {7, -1};
        long[] longs = {8, 1L << 40};
        float[] floats = {1.5f, -0.25f};

        columns.begin(2, 5);
        columns.numbers(0, NumberForm.of(DataType.INT, DataType.LONG), ints, 0);
        columns.numbers(1, NumberForm.of(DataType.INT, DataType.FLOAT), ints, 0);
        columns.numbers(2, NumberForm.of(DataType.INT, DataType.DOUBLE), ints, 0);
        columns.numbers(3, NumberForm.of(DataType.LONG, DataType.FLOAT), longs, 0);
        columns.numbers(4, NumberForm.of(DataType.LONG, DataType.DOUBLE), longs, 0);
        columns.numbers(5, NumberForm.of(DataType.FLOAT, DataType.DOUBLE), floats, 0);
        columns.write(sheet.batch(), sheet.symbols(), ColumnRows.UNTIMED);

        assertThat(sheet.texts(sheet.run()))
                .containsExactly(
                        "@5[7, 7.0, 7.0, 8.0, 8.0, 1.5]",
                        "@5[-1, -1.0, -1.0, 1.09951163E12, 1.099511627776E12, -0.25]");
    }

    @Test
    void asksForCodesAgainAfterASweep() {
        // given: codes of a dictionary that nobody holds
        RowSheet sheet =
                new RowSheet(new RowLayout(RowSheet.schema("key string"), RowSheet.coded(0)), new SymbolTable());
        ColumnRows columns = new ColumnRows(sheet.layout().schema());
        Dictionary dictionary = Dictionary.of("a", "b", "c");
        int[] places = {2, 0, 2};
        columns.begin(3, 0);
        columns.texts(0, dictionary, places, 0, false);
        columns.write(sheet.batch(), sheet.symbols(), 0);

        // when
        sheet.batch().clear();
        sheet.symbols().sweep(new BitSet());
        sheet.symbols().code("other");
        columns.begin(3, 0);
        columns.texts(0, dictionary, places, 0, false);
        columns.write(sheet.batch(), sheet.symbols(), 0);

        // then
        assertThat(sheet.texts(sheet.run())).containsExactly("@0[c]", "@0[a]", "@0[c]");
    }

    @Test
    void takesTheTimeOfArrivalOrNone() {
        RowSheet sheet = new RowSheet(RowSheet.schema("n int"));
        ColumnRows columns = new ColumnRows(sheet.layout().schema());

        columns.begin(1, ColumnRows.UNTIMED);
        columns.write(sheet.batch(), sheet.symbols(), 77);
        columns.write(sheet.batch(), sheet.symbols(), ColumnRows.UNTIMED);

        assertThat(sheet.view(0).timestamp()).isEqualTo(77);
        assertThat(sheet.view(0).flags()).isZero();
        assertThat(sheet.view(1).flags()).isEqualTo(RowLayout.UNTIMED_FLAG);
    }
}
