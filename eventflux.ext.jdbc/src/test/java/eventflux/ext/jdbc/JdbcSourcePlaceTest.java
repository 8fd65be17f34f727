package eventflux.ext.jdbc;

import eventflux.api.TimeSource;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.Source;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.SourcePlaceContract;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;

class JdbcSourcePlaceTest extends SourcePlaceContract {

    private static final String URL = "jdbc:h2:mem:places;DB_CLOSE_DELAY=-1";
    private static final Schema SCHEMA = Schema.of(new Column("id", DataType.LONG));

    private static Database.Session session() throws Exception {
        return new Database(URL, new Properties(), Optional.empty()).connect();
    }

    @BeforeEach
    void make() throws Exception {
        Database.Session session = session();
        try (Statement made = session.connection().createStatement()) {
            made.execute("DROP TABLE IF EXISTS numbers");
            made.execute("CREATE TABLE numbers (id BIGINT PRIMARY KEY)");
        }
        session.close();
    }

    @Override
    protected Schema schema() {
        return SCHEMA;
    }

    @Override
    protected Source source(TimeSource time) {
        Map<String, String> settings =
                Map.of("url", URL, "table", "numbers", "increasing.column", "id", "batch.size", "100");
        return new JdbcSourceFactory()
                .create(EndpointFixture.unmapped(JdbcSourceFactory.class, SCHEMA, settings)
                        .at(time));
    }

    @Override
    protected void append(int from, int to) throws Exception {
        Database.Session session = session();
        try (PreparedStatement insert = session.connection().prepareStatement("INSERT INTO numbers VALUES (?)")) {
            for (int id = from; id < to; id++) {
                insert.setLong(1, id);
                insert.execute();
            }
        }
        session.close();
    }
}
