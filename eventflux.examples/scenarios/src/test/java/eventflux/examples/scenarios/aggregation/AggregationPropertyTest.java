package eventflux.examples.scenarios.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.examples.scenarios.aggregation.AggregationModel.Seen;
import eventflux.testkit.time.VirtualTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares aggregations with a plain model: random rows in any order, restarts, readers of every kind; in memory, in databases, and in
 * one that several engines share. The one at 127.0.0.1:5432 is passed over where it does not answer, unless EVENTFLUX_REQUIRE_SERVICES=true.
 */
class AggregationPropertyTest {

    private static final String H2 = "jdbc:h2:mem:aggregations;DB_CLOSE_DELAY=-1";
    private static final String POSTGRESQL = "jdbc:postgresql://127.0.0.1:5432/test?user=postgres";
    private static final List<String> SERVER = server();
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.WEEKS,
            ChronoUnit.MONTHS,
            ChronoUnit.YEARS);
    private static final Map<ChronoUnit, Long> SHORT = Map.of(ChronoUnit.SECONDS, 5_000L, ChronoUnit.MINUTES, 90_000L);
    // Half an hour before the clocks of Berlin are put forward.
    private static final long START = 1_396_139_400_000L;
    private static final long INTERVAL = 10_000;
    private static final int ROWS = 400;
    private static final String VALUES =
            "sum(v) as total, avg(v) as mean, count() as n, min(v) as low, max(v) as high, "
                    + "distinctCount(w) as tags, v as latest";

    /**
     * One kind of aggregation.
     *
     * @param groups the keys
     * @param key the same of the model
     */
    record Shape(String groups, Function<Seen, List<Object>> key) {
        boolean has(String column) {
            return List.of(groups.split(", ")).contains(column);
        }
    }

    /**
     * One test.
     *
     * @param database where buckets lie; empty when they lie in memory
     * @param nodes how many engines share them
     */
    record Setup(Shape shape, String zone, boolean isPurged, int seed, String database, int nodes) {
        @Override
        public String toString() {
            return "by (" + shape.groups() + ") in " + zone + (isPurged ? ", purged" : "") + ", seed " + seed
                    + (database.isEmpty() ? "" : ", in " + database.split(":")[1])
                    + (nodes == 1 ? "" : ", written by " + nodes);
        }

        // Without the snapshot nobody knows what was purged.
        boolean survivesWithoutSnapshot() {
            return !database.isEmpty() && !isPurged;
        }

        String store(String table) {
            String shared = nodes == 1 ? "" : "@PartitionById ";
            return database.isEmpty()
                    ? ""
                    : shared + "@store(type='rdbms', jdbc.url='" + database + "', table='" + table + "') ";
        }

        void drop(String table) {
            if (database.isEmpty()) {
                return;
            }
            try (Connection connection = DriverManager.getConnection(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE \"" + table + "\"");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Stream<Setup> setups() {
        List<Shape> shapes = List.of(
                new Shape("", row -> List.of()),
                new Shape("k", row -> Arrays.asList(row.k())),
                new Shape("g", row -> List.of(row.g())),
                new Shape("k, g", row -> Arrays.asList(row.k(), row.g())));
        return shapes.stream()
                .flatMap(shape -> Stream.of("UTC", "+05:30", "Europe/Berlin")
                        .flatMap(zone -> databases(zone).flatMap(database -> setups(shape, zone, database))));
    }

    private static Stream<Setup> setups(Shape shape, String zone, String database) {
        Stream<Integer> nodes = database.equals(H2) && zone.equals("+05:30") ? Stream.of(1, 3) : Stream.of(1);
        return nodes.flatMap(count ->
                IntStream.range(0, 2).mapToObj(seed -> new Setup(shape, zone, seed == 1, seed, database, count)));
    }

    private static Stream<String> databases(String zone) {
        return switch (zone) {
            case "UTC" -> Stream.of("");
            case "+05:30" -> Stream.of("", H2);
            default -> SERVER.stream();
        };
    }

    private static List<String> server() {
        try {
            DriverManager.getConnection(POSTGRESQL).close();
            return List.of("", H2, POSTGRESQL);
        } catch (SQLException e) {
            assertThat(System.getenv("EVENTFLUX_REQUIRE_SERVICES")).isNotEqualTo("true");
            System.err.println("skipped: PostgreSQL does not answer: " + e.getMessage());
            return List.of("", H2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void holdsWhatAModelHolds(Setup setup) {
        SplittableRandom random = new SplittableRandom(setup.toString().hashCode());
        AggregationModel model = new AggregationModel(
                ZoneId.of(setup.zone()), setup.shape().key(), UNITS, setup.isPurged() ? SHORT : Map.of());
        String table = "agg_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        List<Run> nodes = IntStream.range(0, setup.nodes())
                .mapToObj(node -> new Run(text(setup, table), "node" + node))
                .toList();
        long now = START;
        for (int i = 0; i < ROWS; i++) {
            long before = now;
            now += random.nextInt(4_000);
            for (Run node : nodes) {
                node.advanceTo(now);
            }
            purge(model, before, now);
            Seen row = row(random, now, setup.isPurged());
            model.add(row);
            Run run = nodes.get(random.nextInt(nodes.size()));
            run.send(row);
            int restart = random.nextInt(20);
            if (restart == 0) {
                run.saveAndRestore();
            } else if (restart == 1 && setup.survivesWithoutSnapshot()) {
                run.restart();
            }
            if (random.nextInt(10) == 0) {
                nodes.stream().filter(other -> other != run).forEach(Run::write);
                ask(setup, model, run, random, now);
            }
        }
        nodes.forEach(Run::close);
        setup.drop(table);
    }

    private static String text(Setup setup, String table) {
        String groups = setup.shape().groups();
        String purge = setup.isPurged()
                ? "@purge(interval='10 sec', @retentionPeriod(sec='5 sec', min='90 sec', hour='all', day='all', week='all'))"
                : "@purge(enable='false')";
        return "define stream S (k string, g int, v double, w int, ts long);\n"
                + "define stream Ask (k string, g int, per string, start long, finish long);\n"
                + setup.store(table) + purge + " @timeZone('" + setup.zone() + "') define aggregation A from S select "
                + (groups.isEmpty() ? "" : groups + ", ") + VALUES + (groups.isEmpty() ? "" : " group by " + groups)
                + " aggregate by ts every sec, min, hour, day, week, month, year;\n"
                + "from Ask as q join A as a" + on(setup.shape()) + " within q.start, q.finish per q.per select a.* "
                + "insert into Found;\n";
    }

    // A key is found through an index, the rest is tested on buckets.
    private static String on(Shape shape) {
        List<String> conditions = new ArrayList<>(List.of("a.n > 1"));
        if (shape.has("k")) {
            conditions.add("q.k == a.k");
        }
        if (shape.has("g")) {
            conditions.add("a.g == q.g");
        }
        return " on " + String.join(" and ", conditions);
    }

    private static void purge(AggregationModel model, long before, long now) {
        for (long tick = START + INTERVAL; tick <= now; tick += INTERVAL) {
            if (tick > before) {
                model.purge(tick);
            }
        }
    }

    private static Seen row(SplittableRandom random, long now, boolean isNear) {
        int key = random.nextInt(6);
        long back = isNear || random.nextInt(3) > 0
                ? random.nextInt(30_000)
                : random.nextLong(random.nextInt(5) == 0 ? 70_000_000_000L : 200_000_000L);
        return new Seen(
                key == 5 ? null : "k" + key,
                random.nextInt(3),
                random.nextInt(8) == 0 ? null : (double) random.nextInt(100),
                random.nextInt(4),
                now - back);
    }

    private static void ask(Setup setup, AggregationModel model, Run run, SplittableRandom random, long now) {
        ChronoUnit unit = UNITS.get(random.nextInt(UNITS.size()));
        long from = now - random.nextLong(200_000_000L);
        long until = from + random.nextLong(200_000_000L);
        String per = unit.toString().toLowerCase(Locale.ROOT);

        assertThat(run.query("from A within " + from + "L, " + until + "L per '" + per + "' select *"))
                .isEqualTo(model.rows(unit, from, until, row -> true));

        String k = "k" + random.nextInt(5);
        int g = random.nextInt(3);
        assertThat(run.join(k, g, per, from, until))
                .isEqualTo(model.rows(unit, from, until, row -> isJoined(setup.shape(), row, k, g)));
    }

    private static boolean isJoined(Shape shape, List<Object> row, String k, int g) {
        int keys = (shape.has("k") ? 1 : 0) + (shape.has("g") ? 1 : 0);
        return (long) row.get(keys + 3) > 1
                && (!shape.has("k") || k.equals(row.get(1)))
                && (!shape.has("g") || row.get(keys).equals(g));
    }

    /** An application that is asked. */
    private static final class Run {

        private final String text;
        private final String shard;
        private final VirtualTime time = new VirtualTime(START);
        private final List<Object[]> found = new ArrayList<>();
        private EventFluxManager manager;
        private EventFluxAppRuntime app;

        Run(String text, String shard) {
            this.text = text;
            this.shard = shard;
            begin();
        }

        private void begin() {
            manager = EventFluxManager.create(
                    new EngineOptions().withTimeSource(time).withSettings(Map.of("properties.shardId", shard)));
            app = manager.createEventFluxAppRuntime(text);
            app.addCallback(
                    "Found", events -> Arrays.stream(events).map(Event::data).forEach(found::add));
            app.start();
        }

        void advanceTo(long now) {
            time.advance(now - time.millis());
        }

        void send(Seen row) {
            app.inputHandler("S").send(new Event(time.millis(), row.k(), row.g(), row.v(), row.w(), row.ts()));
        }

        List<String> query(String query) {
            return texts(app.query(query).events().stream().map(Event::data).toList());
        }

        List<String> join(String k, int g, String per, long from, long until) {
            found.clear();
            app.inputHandler("Ask").send(new Event(time.millis(), k, g, per, from, until));
            return texts(found);
        }

        // The time orders buckets; those of one time are sorted as texts, as the model's are.
        private static List<String> texts(List<Object[]> rows) {
            assertThat(rows).isSortedAccordingTo((one, other) -> Long.compare((long) one[0], (long) other[0]));
            return rows.stream()
                    .sorted((one, other) -> {
                        int byTime = Long.compare((long) one[0], (long) other[0]);
                        return byTime != 0 ? byTime : Arrays.toString(one).compareTo(Arrays.toString(other));
                    })
                    .map(Arrays::toString)
                    .toList();
        }

        // Others see what is written.
        void write() {
            app.snapshot();
        }

        void saveAndRestore() {
            byte[] snapshot = app.snapshot();
            restart();
            app.restore(snapshot);
        }

        void restart() {
            manager.close();
            begin();
        }

        void close() {
            manager.close();
        }
    }
}
