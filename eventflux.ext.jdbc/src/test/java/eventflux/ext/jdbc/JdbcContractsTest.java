package eventflux.ext.jdbc;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.sink.SinkContract;
import eventflux.testkit.source.SourceContract;
import eventflux.testkit.time.VirtualTime;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class JdbcContractsTest {

    private static final String DATABASE = "h2";
    private static final String TABLE = "contracts";
    private static final Schema SCHEMA = Schema.of(new Column("id", DataType.LONG));

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = Databases.settings(DATABASE);
        settings.put("table", TABLE);
        settings.putAll(more);
        return settings;
    }

    private static List<Integer> inTable(String... statements) throws Exception {
        List<Integer> found = new ArrayList<>();
        Database.Session session = Databases.open(DATABASE);
        try (Statement statement = session.connection().createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
            try (ResultSet rows = statement.executeQuery("SELECT \"id\" FROM \"contracts\" ORDER BY 1")) {
                while (rows.next()) {
                    found.add(rows.getInt(1));
                }
            }
        }
        session.close();
        return found;
    }

    @BeforeEach
    void drop() throws Exception {
        Databases.drop(DATABASE, TABLE);
    }

    @Nested
    class OfSources extends SourceContract {

        private final VirtualTime time = new VirtualTime(0);
        private int brought;

        @Override
        protected SourceFactory factory() {
            return new JdbcSourceFactory();
        }

        @Override
        protected Schema schema() {
            return SCHEMA;
        }

        @Override
        protected Source source() throws Exception {
            inTable("CREATE TABLE \"contracts\" (\"id\" BIGINT PRIMARY KEY)");
            Map<String, String> settings = settings(Map.of("increasing.column", "id", "poll.interval", "100"));
            return factory()
                    .create(EndpointFixture.unmapped(JdbcSourceFactory.class, SCHEMA, settings)
                            .at(time));
        }

        @Override
        protected void bring() throws Exception {
            inTable("INSERT INTO \"contracts\" VALUES (" + ++brought + ")");
            time.awaitWaiter();
            time.advance(100);
        }
    }

    @Nested
    class OfSinks extends SinkContract {

        @Override
        protected SinkFactory factory() {
            return new JdbcSinkFactory();
        }

        @Override
        protected Sink sink() {
            return factory().create(EndpointFixture.unmapped(JdbcSinkFactory.class, SCHEMA, settings(Map.of())));
        }

        @Override
        protected void publish(Sink sink, int number) throws Exception {
            ((RowSink) sink).publish(HeapRow.of(SCHEMA, 0, 0, (long) number));
        }

        @Override
        protected List<Integer> outside() throws Exception {
            return inTable();
        }
    }
}
