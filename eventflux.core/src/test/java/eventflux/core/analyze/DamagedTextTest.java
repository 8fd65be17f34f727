package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DamagedTextTest {

    @Test
    void reportsOnlyMisspeltNamesOfAStatementWithASyntaxError() {
        Analyzed analyzed = Analyzed.damaged("""
                CREATE STREAM Trades (price DOUBLE);
                INSERT INTO A SELECT price + FROM Trades;
                INSERT INTO B SELECT prize FROM Trades WINDOW('length' 3);
                """);

        assertThat(analyzed.problems()).containsExactly("3:22 unknown-column -> price");
    }

    @Test
    void doesNotMissAStatementWhereTheOnlyOneCouldNotBeRead() {
        assertThat(Analyzed.damaged("SELECT FROM WHERE;").problems()).isEmpty();
    }

    @Test
    void doesNotMissStreamsWhoseDefinitionsCouldNotBeRead() {
        Analyzed analyzed = Analyzed.damaged("""
                CREATE Foo Trades (price DOUBLE);
                INSERT INTO A SELECT price FROM Trades;
                """);

        assertThat(analyzed.problems()).isEmpty();
    }

    @Test
    void doesNotMissTablesAndAggregationsWhoseDefinitionsCouldNotBeRead() {
        Analyzed analyzed = Analyzed.damaged("""
                CREATE STREAM Trades (price DOUBLE);
                CREATE TABLE (price DOUBLE);
                DEFINE AGGREGATION Days FROM Trades SELECT SUM(price) AS total AGGREGATE EVERY;
                DELETE FROM Limits USING Trades WHERE Limits.price = Trades.price;
                FROM Trades JOIN Days WITHIN 0L, 1L PER 'days' SELECT price INSERT INTO A;
                """);

        assertThat(analyzed.problems()).isEmpty();
    }

    @Test
    void takesNoNameForMisspeltThatIsMissingInSeveralPlaces() {
        Analyzed analyzed = Analyzed.damaged("""
                CREATE STREAM Trades (price DOUBLE, volume BIGINT);
                INSERT INTO A SELECT first.price AS a, first.volume AS b, last.price AS c FROM PATTERN (=Trades -> last=Trades);
                INSERT INTO A SELECT frist.price AS a, last.price + AS c FROM PATTERN (first=Trades -> last=Trades);
                """);

        assertThat(analyzed.problems()).containsExactly("3:22 unknown-qualifier -> first");
    }

    @Test
    void reportsTheProblemsOfTheOtherStatements() {
        Analyzed analyzed = Analyzed.damaged("""
                CREATE STREAM Trades (price DOUBLE);
                INSERT INTO A SELECT FROM Trades;
                INSERT INTO B SELECT price FROM Trades WHERE price + 1;
                INSERT INTO C SELECT price FROM Trade;
                """);

        assertThat(analyzed.problems()).containsExactly("3:46 not-a-condition", "4:33 unknown-stream -> Trades");
    }
}
