package eventflux.examples.scenarios.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.config.ConfiguredSetting;
import eventflux.testkit.time.VirtualTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nodes that write one aggregation into one store see of each other. */
class SharedAggregationTest {

    private static final long MINUTE = 60_000;
    private static final String TEXT = """
            define stream S (k string, t string, v int);
            define stream Ask (k string);
            %s @store(type='rdbms', jdbc.url='%s')
            @purge(enable='true', interval='10 min', @retentionPeriod(min='1 hour', hour='all'))
            define aggregation A from S
            select k, sum(v) as total, avg(v) as mean, min(t) as low, max(t) as high, count() as n, distinctCount(t) as tags,
                t as latest
            group by k aggregate every min, hour;
            from Ask as q join A as a on q.k == a.k within -100000000L, 100000000000L per 'min'
            select a.AGG_TIMESTAMP as at, a.total as total, a.tags as tags insert into Found;
            """;

    private final String database = "jdbc:h2:mem:shared" + System.nanoTime();
    private final VirtualTime time = new VirtualTime(0);
    private Connection direct;
    private Node one;
    private Node two;

    /** An engine of its own. */
    private final class Node implements AutoCloseable {

        private final EventFluxManager manager;
        private final EventFluxAppRuntime app;
        private final List<String> found = new ArrayList<>();

        Node(String shard, String annotation) {
            this(annotation, List.of(new ConfiguredSetting("properties.shardId", shard, "test")));
        }

        Node(String annotation, List<ConfiguredSetting> settings) {
            manager = EventFluxManager.create(
                    new EngineOptions().withTimeSource(time).withConfiguration(settings));
            app = manager.createEventFluxAppRuntime(String.format(TEXT, annotation, database));
            app.addCallback(
                    "Found",
                    events -> Arrays.stream(events)
                            .map(Event::data)
                            .map(Arrays::toString)
                            .forEach(found::add));
            app.start();
        }

        Node send(long at, String key, String text, Integer value) {
            time.advance(Math.max(0, at - time.millis()));
            app.inputHandler("S").send(new Event(at, key, text, value));
            return this;
        }

        List<String> read(String per) {
            return app
                    .query("from A within -100000000L, 100000000000L per '" + per
                            + "' select AGG_TIMESTAMP, k, total, mean, low, high, n, tags, latest")
                    .events()
                    .stream()
                    .map(event -> Arrays.toString(event.data()))
                    .sorted()
                    .toList();
        }

        List<String> join(String key) {
            found.clear();
            app.inputHandler("Ask").send(new Event(time.millis(), key));
            return List.copyOf(found);
        }

        @Override
        public void close() {
            manager.close();
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        // The database lives as long as this connection.
        direct = DriverManager.getConnection(database);
        one = new Node("one", "@PartitionById");
        two = new Node("two", "@PartitionById(enable='true')");
    }

    @AfterEach
    void end() throws SQLException {
        one.close();
        two.close();
        direct.close();
    }

    private List<String> inDatabase(String columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = direct.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + columns + " FROM \"A\" ORDER BY 1, 2, 3")) {
            while (row.next()) {
                rows.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
            }
        }
        return rows;
    }

    @Test
    void addsUpWhatTheOtherNodesHaveWritten() {
        one.send(1, "a", "x", 1).send(2, "b", "y", 2);
        two.send(3, "a", "c", 10).send(4, "a", "x", null).send(5, "d", "e", 7);
        // Both write what they have when the next minute begins.
        one.send(MINUTE, "a", "q", 100);
        two.send(MINUTE + 1, "b", "q", 1_000);

        assertThat(one.read("min"))
                .containsExactly(
                        "[0, a, 11, 5.5, c, x, 3, 2, x]",
                        "[0, b, 2, 2.0, y, y, 1, 1, y]",
                        "[0, d, 7, 7.0, e, e, 1, 1, e]",
                        "[60000, a, 100, 100.0, q, q, 1, 1, q]");
        assertThat(two.read("min"))
                .containsExactly(
                        "[0, a, 11, 5.5, c, x, 3, 2, x]",
                        "[0, b, 2, 2.0, y, y, 1, 1, y]",
                        "[0, d, 7, 7.0, e, e, 1, 1, e]",
                        "[60000, b, 1000, 1000.0, q, q, 1, 1, q]");
        assertThat(two.join("d")).containsExactly("[0, 7, 1]");
        assertThat(one.join("a")).containsExactly("[0, 11, 2]", "[60000, 100, 1]");
    }

    @Test
    void keepsTheRowsOfNodesApart() throws SQLException {
        one.send(1, "a", "x", 1).send(MINUTE, "a", "x", 1);
        two.send(1, "a", "x", 10).send(MINUTE, "a", "x", 1);

        assertThat(inDatabase("\"AGG_SHARD\", \"AGG_PERIOD\", \"total\""))
                .containsExactly("one hours 1", "one minutes 1", "two hours 10", "two minutes 10");
    }

    @Test
    void takesUpItsOwnShardAfterARestart() {
        one.send(1, "a", "x", 1);
        two.send(2, "a", "y", 10);
        one.close();
        two.close();
        one = new Node("one", "@PartitionById");
        one.send(3, "a", "z", 100);

        assertThat(one.read("hours")).containsExactly("[0, a, 111, 37.0, x, z, 3, 3, z]");
        two = new Node("two", "@PartitionById");
        assertThat(two.read("hours")).containsExactly("[0, a, 11, 5.5, x, y, 2, 2, y]");
    }

    @Test
    void seesAllShardsAndAddsNothingWhereItOnlyReads() throws SQLException {
        one.send(1, "a", "x", 1).close();
        two.send(2, "a", "y", 10).close();
        try (Node reader = new Node("@PartitionById @persistedAggregation(is.read.only='true')", List.of())) {
            reader.send(3, "a", "z", 100).send(2 * MINUTE, "a", "z", 100);
            time.advance(3 * 60 * MINUTE);

            assertThat(reader.read("min")).containsExactly("[0, a, 11, 5.5, x, y, 2, 2, y]");
            assertThat(reader.join("a")).containsExactly("[0, 11, 2]");
            reader.app.restore(reader.app.snapshot());
            assertThat(reader.read("hours")).containsExactly("[0, a, 11, 5.5, x, y, 2, 2, y]");
        }
        assertThat(inDatabase("\"AGG_SHARD\", \"AGG_PERIOD\", \"total\"")).hasSize(4);
    }

    @Test
    void doesNotCountItsOwnBucketsTwiceAfterARestore() {
        one.send(1, "a", "x", 1);
        byte[] snapshot = one.app.snapshot();
        one.send(2, "a", "x", 1).close();
        two.send(2, "a", "y", 10).close();
        one = new Node("one", "@PartitionById");
        one.app.restore(snapshot);

        assertThat(one.read("min")).containsExactly("[0, a, 11, 5.5, x, y, 2, 2, y]");
    }

    @Test
    void isSharedIfTheConfigurationSaysSo() {
        one.send(1, "a", "x", 1).close();
        List<ConfiguredSetting> settings = List.of(
                new ConfiguredSetting("properties.partitionById", "true", "test"),
                new ConfiguredSetting("properties.shardId", "three", "test"));
        try (Node three = new Node("", settings)) {
            assertThat(three.send(2, "a", "y", 10).read("min")).containsExactly("[0, a, 11, 5.5, x, y, 2, 2, y]");
        }
    }

    @Test
    void refusesAnAggregatorThatNeedsTheOrderOfAllRows() {
        String text = String.format(TEXT, "@PartitionById", database).replace("min(t)", "first(t)");

        assertThatThrownBy(() -> one.manager.createEventFluxAppRuntime(text)).hasMessageContaining("nodes-not-merged");
    }

    @Test
    void warnsOfWhatHasNoEffect() {
        String text = String.format(TEXT, "@persistedAggregation(enable='true')", database)
                .replace("jdbc.url", "@cache(size='10', cache.policy='LRU'), jdbc.url");

        assertThat(one.manager.validate(text))
                .extracting(problem ->
                        problem.position().orElseThrow() + " " + problem.code().code())
                .containsExactly("3:1 no-effect", "3:66 no-effect");
    }

    @Test
    void wantsToKnowItsName() {
        assertThatThrownBy(() -> new Node("@PartitionById", List.of())).hasMessageContaining("properties.shardId");
    }
}
