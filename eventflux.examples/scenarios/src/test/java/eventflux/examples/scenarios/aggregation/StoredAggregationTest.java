package eventflux.examples.scenarios.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.testkit.time.VirtualTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an aggregation in a database shows of itself there, and what it brings back from there. */
class StoredAggregationTest {

    private static final long MINUTE = 60_000;
    private static final String TEXT = """
            define stream S (k string, t string, v int);
            @store(type='rdbms', jdbc.url='%s')
            @purge(enable='true', interval='10 min', @retentionPeriod(min='1 hour', hour='all'))
            define aggregation A from S
            select k, sum(v) as total, min(t) as low, max(t) as high, distinctCount(t) as tags, t as latest
            group by k aggregate every min, hour;
            """;

    private final String database = "jdbc:h2:mem:stored" + System.nanoTime();
    private final VirtualTime time = new VirtualTime(0);
    private Connection direct;
    private EventFluxManager manager;
    private EventFluxAppRuntime app;

    @BeforeEach
    void begin() throws SQLException {
        // The database lives as long as this connection.
        direct = DriverManager.getConnection(database);
        start(TEXT);
    }

    @AfterEach
    void end() throws SQLException {
        manager.close();
        direct.close();
    }

    private void start(String text) {
        manager = EventFluxManager.create(new EngineOptions().withTimeSource(time));
        app = manager.createEventFluxAppRuntime(String.format(text, database));
        app.start();
    }

    private void send(long at, String key, String text, Integer value) {
        time.advance(at - time.millis());
        app.inputHandler("S").send(new Event(at, key, text, value));
    }

    private List<String> read(String per) {
        return app
                .query("from A within -100000000L, 100000000000L per '" + per
                        + "' select AGG_TIMESTAMP, k, total, low, high, tags, latest")
                .events()
                .stream()
                .map(event -> Arrays.toString(event.data()))
                .sorted()
                .toList();
    }

    private List<String> inDatabase(String columns, String condition) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = direct.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT " + columns + " FROM \"A\" WHERE " + condition + " ORDER BY 1, 2, 3")) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    @Test
    void writesWhatHasChangedWhenARowOfTheNextMinuteComes() throws SQLException {
        send(1, "a", "x", 1);
        send(2, "b", "y", 2);
        assertThat(inDatabase("\"AGG_TIMESTAMP\", \"k\", \"total\"", "true")).isEmpty();

        send(MINUTE, "a", "x", 4);

        assertThat(inDatabase("\"AGG_PERIOD\", \"AGG_TIMESTAMP\", \"k\", \"total\", \"latest\"", "true"))
                .containsExactly("hours 0 a 1 x", "hours 0 b 2 y", "minutes 0 a 1 x", "minutes 0 b 2 y");
        assertThat(read("hours")).containsExactly("[0, a, 5, x, x, 1, x]", "[0, b, 2, y, y, 1, y]");
    }

    @Test
    void writesBeforeASnapshot() throws SQLException {
        send(1, "a", "x", 1);
        app.snapshot();

        assertThat(inDatabase("\"AGG_PERIOD\", \"AGG_TIMESTAMP\", \"total\"", "true"))
                .containsExactly("hours 0 1", "minutes 0 1");
    }

    @Test
    void goesOnWithItsBucketsAfterARestartWithoutASnapshot() {
        send(1, "a", "m", 1);
        send(2, null, "z", 2);
        send(3, "b", null, null);
        send(MINUTE, "a", "c", 4);
        manager.close();
        start(TEXT);
        send(MINUTE + 1, "other texts first", "c", 1);
        send(MINUTE + 2, "a", "c", 10);
        send(MINUTE + 3, "a", "q", 10);

        assertThat(read("hours"))
                .containsExactly(
                        "[0, a, 25, c, q, 3, q]",
                        "[0, b, null, null, null, 1, null]",
                        "[0, null, 2, z, z, 1, z]",
                        "[0, other texts first, 1, c, c, 1, c]");
        assertThat(read("min")).contains("[0, a, 1, m, m, 1, m]", "[60000, a, 24, c, q, 2, q]");
    }

    @Test
    void takesALateRowIntoABucketThatHasLeftMemory() throws SQLException {
        send(1, "a", "m", 1);
        send(20 * MINUTE, "a", "m", 2);
        app.inputHandler("S").send(new Event(5, "a", "k", 40));
        app.inputHandler("S").send(new Event(6, "b", "k", 7));

        assertThat(read("min"))
                .containsExactly("[0, a, 41, k, m, 2, k]", "[0, b, 7, k, k, 1, k]", "[1200000, a, 2, m, m, 1, m]");
        manager.close();
        assertThat(inDatabase("\"AGG_TIMESTAMP\", \"k\", \"total\"", "\"AGG_PERIOD\" = 'minutes'"))
                .containsExactly("0 a 41", "0 b 7", "1200000 a 2");
        start(TEXT);
        assertThat(read("min")).hasSize(3);
    }

    @Test
    void forgetsInTheDatabaseWhatItForgets() throws SQLException {
        send(1, "a", "m", 1);
        send(50 * MINUTE, "a", "m", 2);
        send(75 * MINUTE, "a", "m", 3);

        assertThat(inDatabase("\"AGG_PERIOD\", \"AGG_TIMESTAMP\", \"total\"", "true"))
                .containsExactly("hours 0 3", "minutes 3000000 2");
    }

    @Test
    void goesBackToTheStateOfASnapshot() {
        send(1, "a", "m", 1);
        byte[] snapshot = app.snapshot();
        send(2, "a", "m", 10);
        send(MINUTE, "a", "m", 100);
        app.restore(snapshot);
        send(MINUTE + 1, "a", "m", 1_000);

        assertThat(read("hours")).containsExactly("[0, a, 1001, m, m, 1, m]");
    }

    @Test
    void doesNotTakeBucketsOfOtherAggregatesForItsOwn() {
        send(1, "a", "m", 1);
        manager.close();
        start(TEXT.replace("sum(v)", "max(v)"));

        assertThatThrownBy(() -> read("hours")).hasMessageContaining("bucket-unreadable");
    }

    @Test
    void writesLaterWhatItCannotWriteNow() throws SQLException {
        manager.close();
        Server server = Server.createTcpServer("-tcpPort", "0").start();
        start(TEXT.replace("'%s'", "'%s', connect.timeout='3 sec'")
                .replace(
                        "%s",
                        "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + database.substring("jdbc:h2:".length())));
        send(1, "a", "m", 1);
        server.stop();
        send(MINUTE, "a", "m", 2);
        assertThat(inDatabase("\"AGG_PERIOD\", \"AGG_TIMESTAMP\", \"total\"", "true"))
                .isEmpty();
        assertThatThrownBy(() -> read("min")).hasMessageContaining("store-away");
        server.start();
        send(2 * MINUTE, "a", "m", 4);
        manager.close();
        server.stop();

        assertThat(inDatabase("\"AGG_PERIOD\", \"AGG_TIMESTAMP\", \"total\"", "true"))
                .containsExactly("hours 0 7", "minutes 0 1", "minutes 60000 2", "minutes 120000 4");
    }

    @Test
    void saysInTheExplanationWhereItsBucketsAre() {
        assertThat(manager.explain(String.format(TEXT, database)).toString())
                .contains("in store rdbms", "in store of A where");
    }
}
