package eventflux.testkit.row;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Rows with times and keys, made up from a seed: rows together and apart, idle stretches, rows whose own time lies
 * behind the clock. Every LONG column holds an event time near the clock, mostly rising.
 *
 * @param seed what it was made from
 * @param arrivals in the order of their times
 * @param end when the clock stops
 */
public record RowScript(long seed, List<Arrival> arrivals, long end) {

    /** One of the two keys. */
    public static final String FIRST_KEY = "a";
    /** The other one. */
    public static final String SECOND_KEY = "b";

    private static final int ROWS = 60;
    private static final long IDLE_AT_THE_END = 200;

    /**
     * A row comes.
     *
     * @param at the application's time
     * @param key to whose extension it comes
     * @param row the row
     */
    public record Arrival(long at, Object key, HeapRow row) {

        /** Whether it is the last of the rows that come together with it. */
        public boolean endsRun() {
            return at % 2 == 0;
        }
    }

    /** Rows with the columns of a schema. */
    public static RowScript random(long seed, Schema schema) {
        Random random = new Random(seed);
        List<Arrival> arrivals = new ArrayList<>();
        long now = 1_000 + random.nextInt(100);
        for (int serial = 1; serial <= ROWS; serial++) {
            now += pause(random);
            long timestamp = random.nextInt(10) == 0 ? now - random.nextInt(6) : now;
            HeapRow row = HeapRow.of(schema, serial, timestamp, values(random, schema, now));
            arrivals.add(new Arrival(now, random.nextBoolean() ? FIRST_KEY : SECOND_KEY, row));
        }
        return new RowScript(seed, List.copyOf(arrivals), now + IDLE_AT_THE_END);
    }

    private static long pause(Random random) {
        int dice = random.nextInt(20);
        if (dice < 7) {
            return 0;
        }
        return dice < 16 ? 1 + random.nextInt(3) : dice < 19 ? 4 + random.nextInt(9) : 13 + random.nextInt(60);
    }

    private static Object[] values(Random random, Schema schema, long now) {
        return schema.columns().stream()
                .map(column -> value(random, column, now))
                .toArray();
    }

    private static Object value(Random random, Column column, long now) {
        if (column.type() != DataType.LONG && random.nextInt(10) == 0) {
            return null;
        }
        return switch (column.type()) {
            case LONG -> random.nextInt(4) == 0 ? now - random.nextInt(5) : now;
            case INT -> random.nextInt(11) - 5;
            case FLOAT -> (random.nextInt(41) - 20) / 4f;
            case DOUBLE -> (random.nextInt(41) - 20) / 4d;
            case BOOL -> random.nextBoolean();
            case STRING -> String.valueOf((char) ('a' + random.nextInt(3)));
            case OBJECT -> List.of(random.nextInt(3));
        };
    }

    /** The same rows at the same times, of one key alone. */
    public RowScript of(Object key) {
        return new RowScript(
                seed,
                arrivals.stream().filter(arrival -> arrival.key().equals(key)).toList(),
                end);
    }

    /** The same rows at the same times, all of one key. */
    public RowScript asOneKey() {
        return new RowScript(
                seed,
                arrivals.stream()
                        .map(arrival -> new Arrival(arrival.at(), FIRST_KEY, arrival.row()))
                        .toList(),
                end);
    }

    @Override
    public String toString() {
        return arrivals.stream()
                .map(arrival -> arrival.at() + " " + arrival.key() + " <- " + arrival.row())
                .collect(Collectors.joining("\n", "script of seed " + seed + "\n", "\n"));
    }
}
