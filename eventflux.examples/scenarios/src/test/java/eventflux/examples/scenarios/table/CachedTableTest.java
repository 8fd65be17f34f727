package eventflux.examples.scenarios.table;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxManager;
import eventflux.examples.scenarios.EngineRun;
import eventflux.testkit.time.VirtualTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cache in front of a table in a database that others change, too. */
class CachedTableTest {

    private static final String TEXT = """
            CREATE STREAM Trade (symbol STRING, floor DOUBLE);
            CREATE STREAM Correction (symbol STRING, price DOUBLE);
            CREATE TABLE Price (symbol STRING PRIMARY KEY, price DOUBLE)
                WITH (extension='jdbc', 'jdbc.url'='%s', 'cache.size'='100', 'cache.retention.period'='1 min');
            INSERT INTO Out SELECT T.symbol, P.price FROM Trade T JOIN Price P
                ON P.symbol = T.symbol AND P.price > T.floor;
            UPDATE Price SET price = C.price FROM Correction C WHERE Price.symbol = C.symbol;
            """;
    private static final long MINUTE = 60_000;

    private final String database = "jdbc:h2:mem:cached" + System.nanoTime();
    private final VirtualTime time = new VirtualTime(0);
    private Connection direct;
    private EngineRun run;

    @BeforeEach
    void begin() throws SQLException {
        // The database lives as long as this connection.
        direct = DriverManager.getConnection(database);
        run = new EngineRun(
                EventFluxManager.create(new EngineOptions().withTimeSource(time)), time, String.format(TEXT, database));
        execute("INSERT INTO \"Price\" VALUES ('a', 1.5)");
    }

    @AfterEach
    void end() throws SQLException {
        run.close();
        direct.close();
    }

    private void execute(String statement) throws SQLException {
        try (Statement direction = direct.createStatement()) {
            direction.execute(statement);
        }
    }

    private void trade(long at, String symbol, double floor) {
        run.send("Trade", new Event(at, symbol, floor));
    }

    @Test
    void doesNotAskAgainUntilTheTimeIsOver() throws SQLException {
        trade(1, "a", 0);
        execute("UPDATE \"Price\" SET \"price\" = 2.5");
        trade(2, "a", 0);
        trade(MINUTE + 1, "a", 0);

        assertThat(run.rows()).containsExactly("1 [a, 1.5]", "2 [a, 1.5]", MINUTE + 1 + " [a, 2.5]");
    }

    @Test
    void testsTheRestOfTheConditionItself() throws SQLException {
        trade(1, "a", 2);
        execute("DELETE FROM \"Price\"");
        trade(2, "a", 1);
        trade(3, "a", 2);

        assertThat(run.rows()).containsExactly("2 [a, 1.5]");
    }

    @Test
    void seesARowThatOthersPutIn() throws SQLException {
        trade(1, "b", 0);
        execute("INSERT INTO \"Price\" VALUES ('b', 3.5)");
        trade(2, "b", 0);

        assertThat(run.rows()).containsExactly("2 [b, 3.5]");
    }

    @Test
    void seesWhatTheApplicationChanges() {
        trade(1, "a", 0);
        run.send("Correction", new Event(2, "a", 4.5));
        trade(3, "a", 0);

        assertThat(run.rows()).containsExactly("1 [a, 1.5]", "3 [a, 4.5]");
    }

    @Test
    void answersQuestionsOnDemand() throws SQLException {
        trade(1, "a", 0);
        execute("UPDATE \"Price\" SET \"price\" = 2.5");

        assertThat(run.ask("SELECT price FROM Price WHERE symbol = 'a'")).containsExactly("1 [1.5]");
        assertThat(run.ask("SELECT price FROM Price WHERE price > 2")).containsExactly("1 [2.5]");
    }

    @Test
    void warnsWhereThereIsNoKeyToKeepRowsBy() {
        try (EventFluxManager manager = EventFluxManager.create()) {
            assertThat(manager.validate(String.format(TEXT, database).replace(" PRIMARY KEY", "")))
                    .extracting(problem -> problem.code().code())
                    .containsExactly("no-effect");
        }
    }
}
