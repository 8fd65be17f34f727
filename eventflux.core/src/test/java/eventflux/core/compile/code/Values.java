package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.SplittableRandom;

/** Random values, with those that matter often, and rows of them. */
final class Values {

    private static final int[] INTS = {0, 1, -1, 2, 3, 7, 10, 100, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final long[] LONGS = {0, 1, -1, 2, 3, 10, 1L << 31, -(1L << 40), Long.MAX_VALUE, Long.MIN_VALUE};
    private static final double[] DOUBLES = {
        0, -0.0, 1, -1, 2.5, 0.1, 1e10, -1e10, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE
    };
    private static final String[] TEXTS = {
        "",
        "a",
        "b",
        "ab",
        "abc",
        "abcdefgh",
        "abcdefghi",
        "abcdefghj",
        "12",
        " 12 ",
        "-7",
        "3.5",
        "1e3",
        "1e400",
        "NaN",
        "true",
        "YES",
        "no",
        "9223372036854775808",
        "é",
        "日本語",
        "\uFFFD",
        "\uD83D\uDE00",
        "a\uD83D\uDE00",
        "a\uFFFD"
    };

    private final SplittableRandom random;

    Values(SplittableRandom random) {
        this.random = random;
    }

    Object value(DataType type) {
        return switch (type) {
            case INT -> random.nextInt(4) == 0 ? INTS[random.nextInt(INTS.length)] : random.nextInt(-5, 6);
            case LONG -> random.nextInt(4) == 0 ? LONGS[random.nextInt(LONGS.length)] : random.nextLong(-5, 6);
            case FLOAT -> (float) decimal();
            case DOUBLE -> decimal();
            case BOOL -> random.nextBoolean();
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case OBJECT -> throw new IllegalArgumentException("rows hold no objects");
        };
    }

    private double decimal() {
        return random.nextInt(4) == 0 ? DOUBLES[random.nextInt(DOUBLES.length)] : random.nextInt(-8, 9) / 4.0;
    }

    /** A row in memory of its own. */
    RowView row(RowLayout layout, SymbolTable symbols) {
        RowBatch batch = new RowBatch(layout);
        RowBuilder builder = new RowBuilder(batch, symbols);
        // The row under test does not begin where its buffer does.
        builder.begin(0, 0);
        builder.commit();
        builder.begin(random.nextLong(1_000_000), 0);
        for (int column = 0; column < layout.columns(); column++) {
            if (random.nextInt(5) == 0) {
                builder.putNull(column);
            } else {
                put(builder, column, value(layout.type(column)));
            }
        }
        builder.commit();
        return new RowView(layout, symbols).wrap(batch).wrap(builder.row());
    }

    static void put(RowBuilder builder, int column, Object value) {
        if (value == null) {
            builder.putNull(column);
        } else if (value instanceof String text) {
            builder.putText(column, text);
        } else if (value instanceof Double number) {
            builder.putDouble(column, number);
        } else if (value instanceof Float number) {
            builder.putFloat(column, number);
        } else if (value instanceof Boolean truth) {
            builder.putLong(column, truth ? 1 : 0);
        } else {
            builder.putLong(column, ((Number) value).longValue());
        }
    }
}
