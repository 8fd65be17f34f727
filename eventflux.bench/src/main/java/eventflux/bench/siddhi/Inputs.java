package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The streams that every application reads, and rows for them. */
final class Inputs {

    /** What drives the clock. */
    static final String TICK = "Tick";

    /** How often. */
    static final long TICK_MILLIS = 250;

    /** A time that hardly ever goes back. */
    static final Column TIME = new Column("ts", DataType.LONG);

    /** The columns of both streams. */
    static final List<Column> COLUMNS = List.of(
            new Column("k", DataType.STRING),
            new Column("i", DataType.INT),
            new Column("l", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL),
            TIME);

    /** The one with more rows. */
    static final String FIRST = "S";

    /** The other one. */
    static final String SECOND = "T";

    private static final long SECOND_MILLIS = 1_000;
    private static final long SENT_MILLIS = 45_000;
    private static final long END_MILLIS = 65_000;
    // Rows of one stream never leave a window when those of the other one come or leave, and never when a rate is due.
    private static final long FIRST_PHASE = 250;
    private static final long SECOND_PHASE = 750;
    private static final int SELDOM = 8;

    private final Chance chance;
    private final boolean hasNulls;

    Inputs(Chance chance, boolean hasNulls) {
        this.chance = chance;
        this.hasNulls = hasNulls;
    }

    /** Their definitions. */
    static List<String> definitions() {
        String columns = COLUMNS.stream()
                .map(column -> column.name() + " " + column.type().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", " (", ")"));
        return List.of(
                "define stream " + FIRST + columns,
                "define stream " + SECOND + columns,
                "define stream " + TICK + " (n int)");
    }

    /** Rows and ticks, and questions on the way and at the end. */
    List<Step> steps(List<String> questions, boolean onlyAtEnd) {
        List<Step> steps = new ArrayList<>();
        for (long offset = 0; offset < END_MILLIS; offset += TICK_MILLIS) {
            steps.add(new Step.Send(offset, TICK, List.of(1)));
            if (offset < SENT_MILLIS) {
                addRow(offset, steps);
                if (!questions.isEmpty() && !onlyAtEnd && chance.oneIn(SELDOM)) {
                    steps.add(new Step.Ask(offset, chance.one(questions)));
                }
            }
        }
        for (String question : questions) {
            steps.add(new Step.Ask(END_MILLIS, question));
        }
        return steps;
    }

    private void addRow(long offset, List<Step> steps) {
        long phase = offset % SECOND_MILLIS;
        if (phase == FIRST_PHASE && !chance.oneIn(3)) {
            steps.add(new Step.Send(offset, FIRST, row(offset)));
        } else if (phase == SECOND_PHASE && chance.oneIn(2)) {
            steps.add(new Step.Send(offset, SECOND, row(offset)));
        }
    }

    private List<Object> row(long offset) {
        // Sums of these are exact in any order.
        Object[] values = {
            chance.oneOf("a", "b", "c"),
            chance.below(7),
            chance.from(-5, 14) * 1L,
            chance.below(20) / 4f,
            chance.below(40) / 8.0,
            chance.oneIn(2),
            offset
        };
        if (hasNulls && chance.oneIn(2)) {
            values[chance.below(values.length - 1)] = null;
        }
        return Arrays.asList(values);
    }
}
