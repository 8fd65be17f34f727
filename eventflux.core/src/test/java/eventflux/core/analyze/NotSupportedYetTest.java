package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotSupportedYetTest {

    private static final String STREAMS =
            "CREATE STREAM S (a INT, b STRING, t LONG); CREATE STREAM R (a INT, b STRING, t LONG);\n";

    /** What cannot be run yet, its place on the second line, and that line. */
    static Stream<Arguments> constructs() {
        return Stream.of(
                Arguments.of(
                        "a group that repeats for more than 200 steps",
                        6,
                        "from (e2=R -> e3=S)<101> -> e1=S select e1.a as a insert into O;"),
                Arguments.of(
                        "ALL ROWS PER MATCH",
                        33,
                        "INSERT INTO Out SELECT v FROM S MATCH_RECOGNIZE (MEASURES x.a AS v ALL ROWS PER MATCH "
                                + "PATTERN (x y+) DEFINE y AS y.a < 3) AS m;"),
                Arguments.of(
                        "a join with the rows of an outer join",
                        103,
                        "INSERT INTO O SELECT S.a AS a FROM S WINDOW('length', 1) LEFT JOIN R WINDOW('length', 1) ON"
                                + " S.a = R.a JOIN S AS x WINDOW('length', 1) ON x.a = R.a;"),
                Arguments.of(
                        "a window inside a pattern", 13, "from every S#length(3) -> R select 1 as one insert into O;"),
                Arguments.of(
                        "DISTINCT in a call of a function", 22, "INSERT INTO O SELECT concat(DISTINCT b) AS n FROM S;"),
                Arguments.of(
                        "an outer join that keeps the rows of a table or aggregation",
                        57,
                        "CREATE TABLE T (a INT); INSERT INTO O SELECT S.a FROM S RIGHT JOIN T ON S.a = T.a;"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constructs")
    void saysThatTheEngineCannotRunIt(String construct, int column, String line) {
        Analyzed analyzed = Analyzed.of(STREAMS + line);

        assertThat(analyzed.messages()).containsExactly(construct + " cannot be run yet");
        assertThat(analyzed.problems()).containsExactly("2:" + column + " not-supported-yet");
    }
}
