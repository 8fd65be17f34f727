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
                Arguments.of("a table", 1, "define table T (a int);"),
                Arguments.of("a named window", 1, "define window W (a int) length(3);"),
                Arguments.of("a trigger", 1, "define trigger Beat at every 5 sec;"),
                Arguments.of(
                        "a function by script", 1, "define function f[javascript] return string { return data[0]; };"),
                Arguments.of(
                        "an aggregation",
                        1,
                        "define aggregation A from S select sum(a) as total group by b aggregate every sec ... year;"),
                Arguments.of("a partition", 1, "partition with (b of S) begin from S select a insert into O; end;"),
                Arguments.of(
                        "a join",
                        6,
                        "from S#window.length(1) join R#window.length(1) on S.a == R.a select S.a as a insert into O;"),
                Arguments.of("a pattern", 6, "from every e1=S -> e2=R select e1.a as a insert into O;"),
                Arguments.of("a sequence", 6, "from every e1=S, e2=R select e1.a as a insert into O;"),
                Arguments.of("a query inside FROM", 6, "from (from S select a return) select a insert into O;"),
                Arguments.of("an inner stream", 6, "from #Inner select a insert into O;"),
                Arguments.of("a fault stream", 6, "from !S select a insert into O;"),
                Arguments.of("the stream function log", 7, "from S#log('x') select a insert into O;"),
                Arguments.of("OUTPUT … EVERY", 17, "from S select a output last every 4 events insert into O;"),
                Arguments.of("ORDER BY", 26, "from S select a order by a insert into O;"),
                Arguments.of("LIMIT", 23, "from S select a limit 3 insert into O;"),
                Arguments.of("SELECT DISTINCT", 15, "INSERT INTO O SELECT DISTINCT a FROM S;"),
                Arguments.of("UNION", 15, "INSERT INTO O SELECT a FROM S UNION ALL SELECT a FROM R;"),
                Arguments.of("DISTINCT in a call", 22, "INSERT INTO O SELECT COUNT(DISTINCT a) AS n FROM S;"),
                Arguments.of("EXTRACT", 22, "INSERT INTO O SELECT EXTRACT(HOUR FROM t) AS h FROM S;"),
                Arguments.of(
                        "a window of months or years", 25, "from S#window.timeBatch(1 month) select a insert into O;"),
                Arguments.of("fault.stream='true'", 31, "CREATE STREAM F (a INT) WITH ('fault.stream'='true');"),
                Arguments.of("@OnError(action='STREAM')", 1, "@OnError(action='STREAM') define stream F (a int);"),
                Arguments.of("an OBJECT column", 20, "CREATE STREAM F (a OBJECT);"),
                Arguments.of("PRIMARY KEY of a stream", 18, "CREATE STREAM F (a INT PRIMARY KEY);"),
                Arguments.of(
                        "a setting that depends on the row",
                        20,
                        "@sink(type='file', path='{{a}}.txt') define stream F (a int);"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constructs")
    void saysThatTheEngineCannotRunIt(String construct, int column, String line) {
        Analyzed analyzed = Analyzed.of(STREAMS + line);

        assertThat(analyzed.messages()).containsExactly(construct + " cannot be run yet");
        assertThat(analyzed.problems()).containsExactly("2:" + column + " not-supported-yet");
    }
}
