package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryAnalyzerTest {

    private static final String STREAM = "CREATE STREAM S (sensor STRING, temp DOUBLE, seq LONG, n INT);\n";

    private static Analyzed query(String query) {
        return Analyzed.of(STREAM + query);
    }

    @Test
    void resolvesAWholeQueryOfTheClassicDialect() {
        Analyzed analyzed = query("""
                @info(name='hot')
                from S[temp > 50]#window.length(10)[sensor != 'x']
                select sensor, avg(temp) as mean, count() as n
                group by sensor having mean > 60 and count() > 2
                insert all events into Out;
                """);

        assertThat(analyzed.app()).endsWith("""
                        query hot
                          from S (sensor STRING, temp DOUBLE, seq LONG, n INT)
                          filter (temp > 50.0)
                          window length (length=10)
                          filter (sensor != 'x')
                          aggregate#0 avg(temp) DOUBLE
                          aggregate#1 count() LONG
                          column sensor STRING = sensor
                          column mean DOUBLE = aggregate#0
                          column n LONG = aggregate#1
                          group by sensor
                          having ((aggregate#0 > 60.0) and (aggregate#1 > 2))
                          all rows into Out (sensor STRING, mean DOUBLE, n LONG)
                        """);
    }

    @Test
    void filtersTheRowsOfTheWindowByWhereAndThoseBeforeItByBrackets() {
        Analyzed analyzed =
                query("INSERT INTO O SELECT sensor FROM S[temp > 50] WINDOW('length', 10) WHERE sensor = 'x';");

        assertThat(analyzed.app()).contains("""
                          filter (temp > 50.0)
                          window length (length=10)
                          filter (sensor = 'x')
                        """);
    }

    @Test
    void makesEqualAggregatesOnce() {
        Analyzed analyzed = query("INSERT INTO O SELECT SUM(n) AS a, SUM(n) + SUM(seq) AS b FROM S HAVING sum(n) > 3;");

        assertThat(analyzed.lines("aggregate#0")).containsExactly("sum(long(n)) LONG");
        assertThat(analyzed.lines("aggregate#1")).containsExactly("sum(seq) LONG");
        assertThat(analyzed.lines("having")).containsExactly("(aggregate#0 > 3)");
    }

    @Test
    void takesTheFirstSignatureThatTheArgumentWidensTo() {
        Analyzed analyzed = query("INSERT INTO O SELECT MIN(n) AS a, MIN(seq) AS b, MIN(temp) AS c, SUM(temp) AS d, "
                + "COUNT(*) AS e, COUNT(sensor) AS f FROM S;");

        assertThat(analyzed.lines("column"))
                .containsExactly(
                        "a INT = aggregate#0",
                        "b LONG = aggregate#1",
                        "c DOUBLE = aggregate#2",
                        "d DOUBLE = aggregate#3",
                        "e LONG = aggregate#4",
                        "f LONG = aggregate#5");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sensor                  | sensor
            sensor, n % 2           | sensor, (n % 2)
            parity                  | (n % 2)
            1                       | (n % 2)
            S.sensor                | sensor
            n                       | n
            """)
    void groupsByColumnsExpressionsOutputsAndPositions(String keys, String resolved) {
        Analyzed analyzed = query("INSERT INTO O SELECT n % 2 AS parity, COUNT(*) AS n FROM S GROUP BY " + keys + ";");

        assertThat(analyzed.lines("group")).containsExactly("by " + resolved);
    }

    @Test
    void seesOutputsBeforeInputsInHavingAndInputsInItsAggregates() {
        Analyzed analyzed = query("from S select temp * 2.0 as temp having temp > 3 and avg(temp) > 4 insert into O;");

        assertThat(analyzed.lines("aggregate#0")).containsExactly("avg(temp) DOUBLE");
        assertThat(analyzed.lines("having")).containsExactly("(((temp * 2.0) > 3.0) and (aggregate#0 > 4.0))");
    }

    @Test
    void namesColumnsAfterThemselvesOrTheirPlace() {
        Analyzed analyzed = query("INSERT INTO O SELECT S.sensor, temp, temp + 1, n AS m FROM S;");

        assertThat(analyzed.lines("stream").get(1)).isEqualTo("O (sensor STRING, temp DOUBLE, expr_3 DOUBLE, m INT)");
    }

    @Test
    void takesAllColumnsOfAStar() {
        assertThat(query("from S as a select a.* insert into O;")
                        .lines("stream")
                        .get(1))
                .isEqualTo("O (sensor STRING, temp DOUBLE, seq LONG, n INT)");
        assertThat(query("from S insert into O;").lines("stream").get(1))
                .isEqualTo("O (sensor STRING, temp DOUBLE, seq LONG, n INT)");
        assertThat(query("INSERT INTO O SELECT *, n + 1 AS m FROM S;")
                        .lines("stream")
                        .get(1))
                .isEqualTo("O (sensor STRING, temp DOUBLE, seq LONG, n INT, m INT)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            from S select n insert into O;                  | current rows into O (n INT)
            from S select n insert current events into O;   | current rows into O (n INT)
            from S select n insert expired events into O;   | expired rows into O (n INT)
            from S select n insert all events into O;       | all rows into O (n INT)
            from S select n return;                         | current rows to callbacks (n INT)
            INSERT INTO O SELECT n FROM S;                  | current rows into O (n INT)
            INSERT EXPIRED EVENTS INTO O SELECT n FROM S;   | expired rows into O (n INT)
            SELECT n FROM S;                                | current rows into OutputStream (n INT)
            SELECT n FROM S INSERT INTO O;                  | current rows into O (n INT)
            CREATE STREAM O AS SELECT n FROM S;             | current rows into O (n INT)
            """)
    void sendsRowsWhereTheAuthorSays(String query, String output) {
        assertThat(query(query).app().lines().map(String::strip).toList()).contains(output);
    }

    @Test
    void numbersQueriesInTheOrderOfTheText() {
        Analyzed analyzed = query("from S select n insert into A; @info(name='two') from S select n insert into B;\n"
                + "@name('three') from S select n insert into C; SELECT n FROM S;");

        assertThat(analyzed.lines("query")).containsExactly("query_1", "two", "three", "query_4");
    }

    @Test
    void widensValuesToTheDeclaredColumns() {
        Analyzed analyzed = query("CREATE STREAM O (a LONG, b DOUBLE, c FLOAT, d STRING);\n"
                + "INSERT INTO O SELECT n, 1, n, NULL FROM S;");

        assertThat(analyzed.lines("column"))
                .containsExactly("a LONG = long(n)", "b DOUBLE = 1.0", "c FLOAT = float(n)", "d STRING = null");
        assertThat(analyzed.problems()).isEmpty();
    }

    @Test
    void fillsTheListedColumnsAndLeavesTheOthersNull() {
        Analyzed analyzed =
                query("CREATE STREAM O (a LONG, b STRING, c INT);\nINSERT INTO O (b, a) SELECT sensor, n FROM S;");

        assertThat(analyzed.lines("column")).containsExactly("a LONG = long(n)", "b STRING = sensor", "c INT = null");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INSERT INTO O SELECT n FROM S;                  | 3:13 wrong-column-count
            INSERT INTO O SELECT seq, sensor FROM S;        | 3:22 wrong-column-type
            INSERT INTO O (a) SELECT n, sensor FROM S;      | 3:13 wrong-column-count
            INSERT INTO O (a, x) SELECT n, sensor FROM S;   | 3:19 unknown-column
            INSERT INTO O (a, a) SELECT n, n FROM S;        | 3:19 duplicate-column
            """)
    void reportsWhatDoesNotFitTheDeclaredColumns(String query, String problem) {
        assertThat(query("CREATE STREAM O (a INT, b STRING);\n" + query).problems())
                .containsExactly(problem);
    }

    @Test
    void checksLaterQueriesAgainstTheColumnsOfTheFirst() {
        Analyzed analyzed = query("from S select n insert into O;\nfrom S select sensor as m insert into O;");

        assertThat(analyzed.problems()).containsExactly("3:15 wrong-column-type");
    }

    @Test
    void resolvesQueriesAndDefinitionsInAnyOrder() {
        Analyzed analyzed = Analyzed.of("""
                from C select x + 1 as y insert into D;
                from B select a * 2 as x insert into C;
                from A#window.length(2) select a insert into B;
                define stream A (a int);
                """);

        assertThat(analyzed.lines("stream")).containsExactly("A (a INT)", "D (y INT)", "C (x INT)", "B (a INT)");
        assertThat(analyzed.lines("query")).containsExactly("query_1", "query_2", "query_3");
    }

    @Test
    void resolvesLongChainsWithoutDeepRecursion() {
        StringBuilder text = new StringBuilder("define stream S0 (a int);");
        for (int i = 3_000; i > 0; i--) {
            text.append("from S")
                    .append(i - 1)
                    .append(" select a insert into S")
                    .append(i)
                    .append(";\n");
        }

        assertThat(Analyzed.of(text.toString()).lines("query")).hasSize(3_000);
    }

    @Test
    void reportsALoopThatHandsOnEveryRowWithItsWay() {
        Analyzed analyzed = Analyzed.of("""
                define stream A (a int);
                from A select a insert into B;
                from B select a insert into C;
                from C select a insert into B;
                from A select a insert into D;
                from D select a insert into E;
                """);

        assertThat(analyzed.messages())
                .isEqualTo(
                        List.of("each row of B -> C -> B goes round without end: nothing on the way holds any back"));
        assertThat(analyzed.problems()).containsExactly("4:17 endless-loop");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "from B[a > 1] select a insert into C; from C select a insert into B;",
                "from B#window.length(2) select a insert into C; from C select a insert into B;",
                "from B select a having a > 1 insert into C; from C select a insert into B;",
                "from B select a limit 0 insert into C; from C select a insert into B;",
                "from B select a output every 2 events insert into C; from C select a insert into B;",
                "from every e1=B, e2=B select e2.a as a insert into C; from C select a insert into B;",
                "from B#window.length(1) select a insert expired events into B;",
                "partition with (a of B) begin from B select a insert into B; end;"
            })
    void refusesNoLoopThatMayEnd(String loop) {
        assertThat(Analyzed.of("define stream B (a int);" + loop).problems()).isEmpty();
    }

    @Test
    void reportsAStreamWhoseColumnsOnlyItsOwnRowsTell() {
        Analyzed analyzed = Analyzed.of("""
                define stream S (a int);
                from A[a > 1] select a insert into B;
                from B select a insert into A;
                from S select a insert into A;
                """);

        assertThat(analyzed.problems()).containsExactly("2:24 columns-from-itself");
    }

    @Test
    void waitsForExtensionsOnlyWhenNothingElseIsWrong() {
        Analyzed waiting = query("from S#window.session(5 sec) select vendor:fn(n) as x, plus(n) as y insert into O;");
        Analyzed wrong = query("from S#window.session(5 sec) select nn insert into O;");

        assertThat(waiting.missing()).containsExactly("function plus", "function vendor:fn", "window session");
        assertThat(waiting.analysis().isWaiting()).isTrue();
        assertThat(wrong.analysis().isWaiting()).isFalse();
    }
}
