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
    void doesNotMissStreamsWhoseDefinitionsCouldNotBeRead() {
        Analyzed analyzed = Analyzed.damaged("""
                CREATE Foo Trades (price DOUBLE);
                INSERT INTO A SELECT price FROM Trades;
                """);

        assertThat(analyzed.problems()).isEmpty();
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
