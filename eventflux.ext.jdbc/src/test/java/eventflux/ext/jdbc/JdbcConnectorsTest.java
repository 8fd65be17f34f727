package eventflux.ext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.source.Source;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.time.VirtualTime;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcConnectorsTest {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final String TABLE = Databases.tableOfThisRun("ef_rows");
    private static final Schema SCHEMA = new Schema(List.of(
            new Column("id", DataType.LONG),
            new Column("value", DataType.STRING),
            new Column("price", DataType.DOUBLE),
            new Column("small", DataType.INT),
            new Column("ok", DataType.BOOL),
            new Column("part", DataType.FLOAT)));

    private static RowSink sink(String database, String... more) {
        Map<String, String> settings = Databases.settings(database);
        settings.put("table", TABLE);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return (RowSink)
                new JdbcSinkFactory().create(EndpointFixture.unmapped(JdbcSinkFactory.class, SCHEMA, settings));
    }

    private static HeapRow row(Object... values) {
        return HeapRow.of(SCHEMA, 0, 1, values);
    }

    private static List<String> rows(String database, String columns) throws Exception {
        List<String> rows = new ArrayList<>();
        Database.Session session = Databases.open(database);
        Dialect dialect = Dialect.of(Databases.settings(database).get("url"));
        String query = "SELECT " + dialect.quoted(Arrays.asList(columns.split(","))) + " FROM " + dialect.quoted(TABLE)
                + " ORDER BY 1";
        try (Statement statement = session.connection().createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.split(",").length; i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row.toString());
            }
        }
        session.close();
        return rows;
    }

    @AfterAll
    static void dropTable() throws Exception {
        for (String database : Databases.names().toList()) {
            Databases.drop(database, TABLE);
        }
    }

    @ParameterizedTest
    @MethodSource("eventflux.ext.jdbc.Databases#names")
    void writesRowsIntoATableThatItMakes(String database) throws Exception {
        Databases.drop(database, TABLE);
        RowSink sink = sink(database, "batch.size", "2");

        sink.start();
        sink.publish(row(1L, "a", 1.5, 7, true, 0.5f));
        assertThat(rows(database, "id")).isEmpty();
        sink.publish(row(2L, null, null, null, null, null));
        sink.publish(row(3L, "ü", 2.5, 8, false, 1.5f));
        assertThat(rows(database, "id")).hasSize(2);
        sink.flush();

        assertThat(rows(database, "id,value,price")).containsExactly("[1, a, 1.5]", "[2, null, null]", "[3, ü, 2.5]");
        sink.stop();
    }

    @ParameterizedTest
    @MethodSource("eventflux.ext.jdbc.Databases#names")
    void replacesRowsOfTheSameKey(String database) throws Exception {
        Databases.drop(database, TABLE);
        RowSink sink = sink(database, "upsert.key", "value");

        sink.start();
        sink.publish(row(1L, "a", 1.0, 1, true, 1f));
        sink.publish(row(2L, "b", 2.0, 2, true, 2f));
        sink.publish(row(3L, "a", 3.0, 3, true, 3f));
        sink.stop();

        assertThat(rows(database, "value,id")).containsExactly("[a, 3]", "[b, 2]");
    }

    @ParameterizedTest
    @MethodSource("eventflux.ext.jdbc.Databases#names")
    void goesOnAfterTheConnectionWasLost(String database) throws Exception {
        Databases.drop(database, TABLE);
        Map<String, String> settings = Databases.settings(database);
        settings.put("table", TABLE);
        EndpointFixture context = EndpointFixture.unmapped(JdbcSinkFactory.class, SCHEMA, settings);
        JdbcSink sink = (JdbcSink) new JdbcSinkFactory().create(context);

        sink.start();
        sink.publish(row(1L, "a", 1.0, 1, true, 1f));
        sink.connection().close();

        assertThatThrownBy(sink::flush).isInstanceOf(IOException.class);
        sink.publish(row(2L, "b", 2.0, 2, true, 2f));
        sink.stop();
        assertThat(rows(database, "id")).containsExactly("[1]", "[2]");
    }

    @ParameterizedTest
    @MethodSource("lockTimeouts")
    void keepsRowsThatALockHoldsUp(String database, String timeout) throws Exception {
        // given: a row that somebody else is changing
        Databases.drop(database, TABLE);
        Map<String, String> settings = Databases.settings(database);
        String url = settings.get("url") + timeout;
        RowSink sink = sink(database, "url", url, "upsert.key", "value");
        sink.start();
        sink.publish(row(1L, "a", 1.0, 1, true, 1f));
        sink.flush();
        Database.Session other = Databases.open(database);
        other.connection().setAutoCommit(false);
        try (Statement statement = other.connection().createStatement()) {
            statement.execute("DELETE FROM " + Dialect.of(url).quoted(TABLE));
        }

        // when
        sink.publish(row(2L, "a", 2.0, 2, true, 2f));
        assertThatThrownBy(sink::flush).isInstanceOf(IOException.class);
        other.connection().rollback();
        other.close();
        sink.stop();

        // then
        assertThat(rows(database, "value,id")).containsExactly("[a, 2]");
    }

    static Stream<Arguments> lockTimeouts() {
        Map<String, String> timeouts = Map.of(
                "postgresql", "?options=-c%20lock_timeout=200ms",
                "mariadb", "?sessionVariables=innodb_lock_wait_timeout=1",
                "h2", ";LOCK_TIMEOUT=200");
        return Databases.names().filter(timeouts::containsKey).map(name -> Arguments.of(name, timeouts.get(name)));
    }

    @ParameterizedTest
    @MethodSource("eventflux.ext.jdbc.Databases#names")
    void readsRowsAsTheyAreAdded(String database) throws Exception {
        Databases.drop(database, TABLE);
        RowSink sink = sink(database);
        sink.start();
        sink.publish(row(1L, "a", 1.5, 7, true, 0.5f));
        sink.publish(row(2L, null, null, null, null, null));
        sink.flush();
        Map<String, String> settings = Databases.settings(database);
        settings.putAll(
                Map.of("table", TABLE.toUpperCase(Locale.ROOT), "increasing.column", "ID", "poll.interval", "100"));
        VirtualTime time = new VirtualTime(0);
        Source source = new JdbcSourceFactory()
                .create(EndpointFixture.unmapped(JdbcSourceFactory.class, SCHEMA, settings)
                        .at(time));
        RecordedOutput output = new RecordedOutput(SCHEMA);

        source.start(output);
        assertThat(output.recordedRows().await(2, PATIENCE_MILLIS)).isTrue();
        sink.publish(row(3L, "c", 3.0, 3, false, 3f));
        sink.stop();
        while (output.recordedRows().all().size() < 3) {
            time.advance(100);
            Thread.onSpinWait();
        }
        source.stop();

        assertThat(output.recordedRows().values())
                .containsExactly(
                        List.of(1L, "a", 1.5, 7, true, 0.5f),
                        Arrays.asList(2L, null, null, null, null, null),
                        List.of(3L, "c", 3.0, 3, false, 3f));
    }

    @Test
    void refusesADatabaseThatItDoesNotKnow() {
        assertThatThrownBy(() -> new JdbcSinkFactory()
                        .create(EndpointFixture.unmapped(
                                JdbcSinkFactory.class, SCHEMA, Map.of("url", "jdbc:oracle:thin:@x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql:");
    }
}
