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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcConnectorsTest {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final Schema SCHEMA = new Schema(List.of(
            new Column("id", DataType.LONG),
            new Column("value", DataType.STRING),
            new Column("price", DataType.DOUBLE),
            new Column("small", DataType.INT),
            new Column("ok", DataType.BOOL),
            new Column("part", DataType.FLOAT)));

    private static RowSink sink(String database, String table, String... more) {
        Map<String, String> settings = Databases.settings(database);
        settings.put("table", table);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return (RowSink)
                new JdbcSinkFactory().create(EndpointFixture.unmapped(JdbcSinkFactory.class, SCHEMA, settings));
    }

    private static HeapRow row(Object... values) {
        return HeapRow.of(SCHEMA, 0, 1, values);
    }

    private static void execute(String database, String statement) throws Exception {
        Database.Session session = Databases.open(database);
        try (Statement made = session.connection().createStatement()) {
            made.execute(statement);
        }
        session.close();
    }

    private static List<String> rows(String database, String table, String columns) throws Exception {
        List<String> rows = new ArrayList<>();
        Database.Session session = Databases.open(database);
        Dialect dialect = Dialect.of(Databases.settings(database).get("url"));
        String query = "SELECT " + dialect.quoted(Arrays.asList(columns.split(","))) + " FROM " + dialect.quoted(table)
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

    private static void drop(String database, String table) throws Exception {
        Dialect dialect = Dialect.of(Databases.settings(database).get("url"));
        execute(database, "DROP TABLE IF EXISTS " + dialect.quoted(table));
    }

    @ParameterizedTest
    @MethodSource("eventflux.ext.jdbc.Databases#names")
    void writesRowsIntoATableThatItMakes(String database) throws Exception {
        drop(database, "ef_rows");
        RowSink sink = sink(database, "ef_rows", "batch.size", "2");

        sink.start();
        sink.publish(row(1L, "a", 1.5, 7, true, 0.5f));
        assertThat(rows(database, "ef_rows", "id")).isEmpty();
        sink.publish(row(2L, null, null, null, null, null));
        sink.publish(row(3L, "ü", 2.5, 8, false, 1.5f));
        assertThat(rows(database, "ef_rows", "id")).hasSize(2);
        sink.flush();

        assertThat(rows(database, "ef_rows", "id,value,price"))
                .containsExactly("[1, a, 1.5]", "[2, null, null]", "[3, ü, 2.5]");
        sink.stop();
    }

    @ParameterizedTest
    @MethodSource("eventflux.ext.jdbc.Databases#names")
    void replacesRowsOfTheSameKey(String database) throws Exception {
        drop(database, "ef_latest");
        RowSink sink = sink(database, "ef_latest", "upsert.key", "value");

        sink.start();
        sink.publish(row(1L, "a", 1.0, 1, true, 1f));
        sink.publish(row(2L, "b", 2.0, 2, true, 2f));
        sink.publish(row(3L, "a", 3.0, 3, true, 3f));
        sink.stop();

        assertThat(rows(database, "ef_latest", "value,id")).containsExactly("[a, 3]", "[b, 2]");
    }

    @ParameterizedTest
    @MethodSource("eventflux.ext.jdbc.Databases#names")
    void goesOnAfterTheConnectionWasLost(String database) throws Exception {
        drop(database, "ef_lost");
        Map<String, String> settings = Databases.settings(database);
        settings.put("table", "ef_lost");
        EndpointFixture context = EndpointFixture.unmapped(JdbcSinkFactory.class, SCHEMA, settings);
        JdbcSink sink = (JdbcSink) new JdbcSinkFactory().create(context);

        sink.start();
        sink.publish(row(1L, "a", 1.0, 1, true, 1f));
        sink.connection().close();

        assertThatThrownBy(sink::flush).isInstanceOf(IOException.class);
        sink.publish(row(2L, "b", 2.0, 2, true, 2f));
        sink.stop();
        assertThat(rows(database, "ef_lost", "id")).containsExactly("[1]", "[2]");
    }

    @ParameterizedTest
    @MethodSource("eventflux.ext.jdbc.Databases#names")
    void readsRowsAsTheyAreAdded(String database) throws Exception {
        drop(database, "ef_orders");
        RowSink sink = sink(database, "ef_orders");
        sink.start();
        sink.publish(row(1L, "a", 1.5, 7, true, 0.5f));
        sink.publish(row(2L, null, null, null, null, null));
        sink.flush();
        Map<String, String> settings = Databases.settings(database);
        settings.putAll(Map.of("table", "EF_ORDERS", "increasing.column", "ID", "poll.interval", "100"));
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
