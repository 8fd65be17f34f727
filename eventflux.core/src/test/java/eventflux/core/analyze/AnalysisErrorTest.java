package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.analyze.problem.AnalysisError;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisErrorTest {

    /** What is wrong, as {@code line:column code -> suggestion}, and a text that is wrong in this way only. */
    static Stream<Arguments> wrongTexts() {
        return Stream.of(
                        wrongNames(),
                        wrongQualifiers(),
                        wrongAnnotations(),
                        wrongAggregations(),
                        wrongSettings(),
                        wrongTypes(),
                        wrongTables(),
                        wrongPatterns(),
                        wrongLoops(),
                        wrongQueries())
                .flatMap(texts -> texts);
    }

    private static Stream<Arguments> wrongNames() {
        return Stream.of(
                Arguments.of("1:6 unknown-stream", "from Nowhere select a insert into O;"),
                Arguments.of(
                        "2:6 unknown-stream -> Trades",
                        "define stream Trades (a int);\nfrom Trade select a insert into O;"),
                Arguments.of("1:31 no-fault-stream", "define stream S (a int); from !S select a insert into O;"),
                Arguments.of(
                        "1:47 unknown-column -> price",
                        "define stream S (price double); from S select prize insert into O;"),
                Arguments.of(
                        "1:45 unknown-qualifier", "define stream S (a int); from S as t select other.a insert into O;"),
                Arguments.of(
                        "1:72 ambiguous-column",
                        "CREATE STREAM S (a INT); CREATE STREAM R (a INT); INSERT INTO O SELECT a "
                                + "FROM S WINDOW('length', 1) JOIN R WINDOW('length', 1) ON S.a = R.a;"),
                Arguments.of(
                        "1:81 unbounded-side",
                        "CREATE STREAM S (a INT); CREATE STREAM R (b INT); INSERT INTO O SELECT S.a FROM S JOIN R "
                                + "WINDOW('length', 1) ON a = b;"),
                Arguments.of("1:24 unknown-type -> double", "define stream S (price dubble);"),
                Arguments.of(
                        "1:40 unknown-extension -> length",
                        "define stream S (a int); from S#window.lenght(3) select a insert into O;"),
                Arguments.of(
                        "1:33 unknown-extension -> avg",
                        "define stream S (a int); from S[agv(a) > 1] select a insert into O;"));
    }

    private static Stream<Arguments> wrongQualifiers() {
        return Stream.of(
                Arguments.of(
                        "1:63 ambiguous-qualifier",
                        "define stream S (k string, v int); from S as a join S as a on a.v > 1 select 1 as n insert into O;"),
                Arguments.of(
                        "1:70 ambiguous-qualifier",
                        "define stream S (k string, v int); from S#window.length(2) join S on S.v > 1 select 1 as n insert into O;"),
                Arguments.of(
                        "1:55 ambiguous-qualifier",
                        "define stream S (k string, v int); from S -> S select S.k as k insert into O;"),
                Arguments.of(
                        "1:61 whole-event",
                        "define stream S (k string, v int); from e1=S -> e2=S select e1 as v insert into O;"),
                Arguments.of(
                        "1:61 no-such-event",
                        "define stream S (k string, v int); from e1=S -> e2=S select e1[1].v as v insert into O;"),
                Arguments.of(
                        "1:66 no-such-event",
                        "define stream S (k string, v int); from e1=S<2:3> -> e2=S select e1[3].v as v insert into O;"),
                Arguments.of(
                        "1:50 ambiguous-column",
                        "CREATE STREAM S (k STRING); INSERT INTO O SELECT \"k\" AS k FROM PATTERN (a=S -> b=S);"));
    }

    private static Stream<Arguments> wrongAnnotations() {
        return Stream.of(
                Arguments.of("1:1 no-statement", "-- define stream S (a int);"),
                Arguments.of("1:1 misspelt-annotation -> Async", "@asynk define stream S (a int);"),
                Arguments.of("1:1 misspelt-annotation -> source", "@sorce(type='file') define stream S (a int);"),
                Arguments.of("1:1 misspelt-annotation -> sink", "@sinks(type='log') define stream S (a int);"),
                Arguments.of("1:1 misspelt-annotation -> OnError", "@OnEror(action='LOG') define stream S (a int);"),
                Arguments.of("1:1 misspelt-annotation -> PrimaryKey", "@PrimaryKy('a') define table T (a int);"),
                Arguments.of("1:1 unknown-annotation", "@store(type='x') define stream S (a int);"),
                Arguments.of("1:1 unknown-annotation", "@sink(type='log') define window W (a int) length(3);"),
                Arguments.of("1:1 unknown-annotation", "@source(type='file') define trigger T at every 5 sec;"),
                Arguments.of("1:1 unknown-annotation", "@team('payments') define stream S (a int);"));
    }

    private static Stream<Arguments> wrongAggregations() {
        String stream = "define stream S (k string, v int); ";
        String aggregation =
                stream + "define aggregation A from S select k, sum(v) as t group by k aggregate every min, hour; ";
        String join = aggregation + "from S as s join A as a on s.k == a.k ";
        return Stream.of(
                Arguments.of("1:129 aggregation-as-stream", aggregation + "from A select k insert into O;"),
                Arguments.of(
                        "1:112 not-an-aggregation",
                        stream
                                + "from S#window.length(1) as s join S#window.length(1) as r on s.k == r.k per 'hours' "
                                + "select s.k insert into O;"),
                Arguments.of("1:136 missing-period", join + "within 0, 1 select s.k insert into O;"),
                Arguments.of(
                        "1:178 unknown-period -> minutes", join + "within 0, 1 per 'minuts' select s.k insert into O;"),
                Arguments.of(
                        "1:100 wrong-periods",
                        stream + "define aggregation A from S select k group by k aggregate every hour, hour;"),
                Arguments.of("1:169 wrong-moment", join + "within 'today' per 'hours' select s.k insert into O;"),
                Arguments.of("1:162 wrong-range", join + "within 2, 1 per 'hours' select s.k insert into O;"),
                Arguments.of("1:178 wrong-buckets", join + "within 0, 1 per s.v select s.k insert into O;"),
                Arguments.of("1:1 unknown-zone", "@app:timeZone('Asia/Atlantis') define stream S (k string);"));
    }

    private static Stream<Arguments> wrongSettings() {
        return Stream.of(
                Arguments.of(
                        "1:74 unknown-setting -> path",
                        "CREATE STREAM S (a INT) WITH (type='source', extension='file', path='x', pathh='y');"),
                Arguments.of(
                        "1:30 stray-setting",
                        "@Async(backpressure='block', max.delay='1 sec') define stream S (a int);"),
                Arguments.of(
                        "1:31 unknown-value -> source",
                        "CREATE STREAM S (a INT) WITH (type='sources', extension='file');"),
                Arguments.of(
                        "1:80 unknown-position",
                        "CREATE STREAM S (a INT); INSERT INTO O SELECT a, COUNT(*) AS n FROM S GROUP BY 3;"),
                Arguments.of("1:40 duplicate-definition", "define stream S (a int); define stream S (b int);"),
                Arguments.of("1:25 duplicate-column", "define stream S (a int, a long);"),
                Arguments.of("1:43 duplicate-column", "define stream S (a int); from S select a, a insert into O;"),
                Arguments.of(
                        "3:17 duplicate-query",
                        "define stream S (a int);\n@info(name='q') from S select a insert into O;\n"
                                + "@info(name='q') from S select a insert into P;"),
                Arguments.of(
                        "1:74 duplicate-setting",
                        "CREATE STREAM S (a INT) WITH (type='source', extension='file', path='x', \"file.path\"='y');"),
                Arguments.of(
                        "1:54 wrong-watermark",
                        "CREATE STREAM S (ts LONG, a INT, WATERMARK FOR ts AS ts + INTERVAL '1' SECOND);"),
                Arguments.of(
                        "1:25 wrong-late-stream",
                        "@Watermark(column='ts', late.stream='L') define stream S (ts long); define stream L (a int);"),
                Arguments.of(
                        "1:98 watermark-filled",
                        "define stream R (ts long); @Watermark(column='ts') define stream S (ts long); from R insert"
                                + " into S;"),
                Arguments.of(
                        "1:15 watermark-in-playback",
                        "@app:playback @Watermark(column='ts') define stream S (ts long);"),
                Arguments.of("1:1 missing-setting", "@app:requires(bundle='acme') define stream S (a int);"),
                Arguments.of(
                        "1:29 wrong-setting", "@app:requires(bundle='acme',version='latest') CREATE STREAM S (a INT);"),
                Arguments.of(
                        "1:43 unknown-setting -> bundle",
                        "@app:requires(bundle='acme', version='1', bundel='x') define stream S (a int);"),
                Arguments.of("1:15 missing-columns", "CREATE STREAM S WITH (type='internal');"),
                Arguments.of("1:15 missing-setting", "CREATE STREAM S (a INT) WITH (type='source', extension='file');"),
                Arguments.of("1:40 missing-alias", "define stream S (a int); from S select a + 1 insert into O;"));
    }

    private static Stream<Arguments> wrongTypes() {
        return Stream.of(
                Arguments.of(
                        "1:32 missing-argument",
                        "define stream S (a int); from S#window.length() select a insert into O;"),
                Arguments.of(
                        "1:50 too-many-arguments",
                        "define stream S (a int); from S#window.length(3, 4) select a insert into O;"),
                Arguments.of(
                        "1:47 wrong-argument",
                        "define stream S (a int); from S#window.length('x') select a insert into O;"),
                Arguments.of(
                        "1:43 wrong-arguments", "define stream S (a string); from S select sum(a) as s insert into O;"),
                Arguments.of(
                        "1:42 refused-argument",
                        "define stream S (a int); from S[above(a, 'ten')] select a insert into O;"),
                Arguments.of(
                        "1:43 wrong-operands -> concat(…)",
                        "define stream S (a string); from S select a + 1 as s insert into O;"),
                Arguments.of(
                        "1:51 joined-conditions -> OR",
                        "define stream S (a string, b string); from S[a == 'x' || b == 'y'] select a insert into O;"),
                Arguments.of("1:36 not-a-condition", "define stream S (a string); from S[a] select a insert into O;"),
                Arguments.of("1:1 nothing-to-read", "SELECT 1 AS x;"),
                Arguments.of(
                        "1:50 no-common-type",
                        "define stream S (a string, b int); from S select coalesce(a, b) as s insert into O;"),
                Arguments.of(
                        "1:62 wrong-key",
                        "define stream S (a int); from S select count() as n group by anything(a) insert into O;"),
                Arguments.of(
                        "1:51 wrong-order",
                        "define stream S (a int); from S select a order by anything(a) insert into O;"),
                Arguments.of(
                        "1:48 wrong-row-count", "define stream S (a int); from S select a limit -1 insert into O;"),
                Arguments.of(
                        "1:78 wrong-dead-letters",
                        "CREATE STREAM D (a INT); CREATE STREAM S (a INT) WITH (error.strategy='dlq',"
                                + " error.dlq.stream='D');"),
                Arguments.of(
                        "2:66 letters-of-letters",
                        "CREATE STREAM D (originalEvent STRING, errorMessage STRING, errorType STRING, timestamp"
                                + " LONG,\n"
                                + "attemptCount INT, streamName STRING) WITH (error.strategy='dlq',"
                                + " error.dlq.stream='D');"),
                Arguments.of("1:24 wrong-schedule", "define trigger Noon at 'noon';"),
                Arguments.of(
                        "1:42 wrong-period",
                        "define stream S (a int); from S select a output every 0 events insert into O;"),
                Arguments.of(
                        "1:74 wrong-setting",
                        "CREATE STREAM S (a INT) WITH (type='source', extension='file', path='x', follow='maybe');"),
                Arguments.of(
                        "1:32 unknown-reference", "@source(type='file', path='x', ref='r') define stream F (a int);"),
                Arguments.of("1:20 static-setting", "@sink(type='file', path='{{a}}.txt') define stream F (a int);"));
    }

    private static Stream<Arguments> wrongTables() {
        String definitions = "define stream S (a int); define table T (a int, b int);\n";
        return Stream.of(
                Arguments.of("2:15 unknown-table", definitions + "from S delete U on a == 1;"),
                Arguments.of("2:15 stream-as-table", definitions + "from S delete S on a == 1;"),
                Arguments.of("2:6 table-as-stream", definitions + "from T select a insert into O;"),
                Arguments.of("2:8 table-without-key", definitions + "from S[a in T] select a insert into O;"),
                Arguments.of("2:41 column-not-selected", definitions + "from S select 1 as b delete T on T.b == S.a;"),
                Arguments.of("2:29 nothing-to-update", definitions + "from S select a as c update T on T.a == c;"));
    }

    private static Stream<Arguments> wrongPatterns() {
        String stream = "define stream S (a int); ";
        return Stream.of(
                Arguments.of("1:51 ambiguous-column", stream + "from e1=S -> e2=S select a insert into O;"),
                Arguments.of("1:40 not-an-event", stream + "from S select S[0].a as b insert into O;"),
                Arguments.of("1:51 whole-event", stream + "from e1=S -> e2=S select e1[0] as a insert into O;"),
                Arguments.of("1:39 duplicate-event", stream + "from e1=S -> e1=S select e1.a as a insert into O;"),
                Arguments.of("1:39 endless-absence", stream + "from e1=S -> not S select e1.a as a insert into O;"),
                Arguments.of(
                        "1:48 later-event",
                        stream + "from e1=S -> e2=S[a > e3.a] -> e3=S select e1.a as a insert into O;"),
                Arguments.of("1:31 empty-pattern", stream + "from e1=S<0:3> select e1.a as a insert into O;"),
                Arguments.of("1:43 wrong-quantifier", stream + "from e1=S -> e2=S<0> select e1.a as a insert into O;"));
    }

    private static Stream<Arguments> wrongLoops() {
        return Stream.of(
                Arguments.of("1:42 endless-loop", "define stream S (a int); from S select a insert into S;"),
                Arguments.of("1:24 columns-from-itself", "from S[a > 1] select a insert into S;"));
    }

    private static Stream<Arguments> wrongQueries() {
        return Stream.of(
                Arguments.of(
                        "1:86 wrong-column-count",
                        "define stream S (a int); define stream O (a int, b int); from S select a insert into O;"),
                Arguments.of(
                        "1:68 wrong-column-type",
                        "define stream S (a double); define stream O (a int); from S select a insert into O;"),
                Arguments.of(
                        "1:96 columns-in-other-order",
                        "define stream S (a int, b int); define stream O (a int, b int); from S select b, a insert"
                                + " into O;"),
                Arguments.of(
                        "1:47 null-without-type", "CREATE STREAM S (a INT); INSERT INTO O SELECT NULL AS a FROM S;"),
                Arguments.of(
                        "1:56 compared-with-itself",
                        "CREATE STREAM S (a INT); INSERT INTO O SELECT a FROM S[S.a = a];"),
                Arguments.of(
                        "1:62 comparison-with-null",
                        "CREATE STREAM S (a INT); INSERT INTO O SELECT a FROM S WHERE a = NULL;"),
                Arguments.of(
                        "1:33 aggregate-not-allowed",
                        "define stream S (a int); from S[count() > 1] select a insert into O;"),
                Arguments.of(
                        "1:36 column-added-twice",
                        "define stream S (mark long); from S#mark() select mark insert into O;"),
                Arguments.of(
                        "1:44 nested-aggregate",
                        "define stream S (a int); from S select sum(avg(a)) as s insert into O;"),
                Arguments.of(
                        "1:49 second-window",
                        "define stream S (a int); from S#window.length(2)#window.length(3) select a insert into O;"),
                Arguments.of("1:31 inner-stream-outside", "define stream S (a int); from #I select a insert into O;"),
                Arguments.of(
                        "1:50 duplicate-partition-key",
                        "define stream S (a int); partition with (a of S, a > 1 as 'x' of S) begin from S select a"
                                + " insert into O; end;"),
                Arguments.of(
                        "1:90 partition-key-count",
                        "define stream S (a int); define stream R (a int, b int); partition with (a of R, b of R, a of"
                                + " S) begin from S select a insert into O; end;"),
                Arguments.of("1:30 on-demand-only", "define table T (a int); from T on a > 1 select a insert into O;"),
                Arguments.of("1:17 wrong-script", "define function f[echo] return int { wrong };"),
                Arguments.of("1:1 not-supported-yet", "@app:async define stream F (a int);"),
                Arguments.of("1:8 idle-workers", "@Async(workers='2') define stream S (a int);"),
                Arguments.of("1:1 no-effect-yet", "@app:statistics('true') define stream S (a int);"),
                Arguments.of(
                        "1:26 no-effect",
                        "define stream S (a int); @PartitionById "
                                + "define aggregation A from S select sum(a) as t aggregate every min;"),
                Arguments.of(
                        "1:32 no-effect",
                        "@store(type='inMemory', @cache(size='10')) @PrimaryKey('k') define table F (k string);"),
                Arguments.of(
                        "1:130 no-effect-yet",
                        "define stream S (a int); define stream R (a int); "
                                + "from S#window.length(2) as s join R#window.length(2) as r on s.a == r.a within 5 sec "
                                + "select s.a as a insert into O;"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTexts")
    void saysWhatIsWrongAndWhere(String problem, String text) {
        assertThat(Analyzed.of(text).problems()).containsExactly(problem);
    }

    @Test
    void hasATextForEachCodeThatATextCanCause() {
        Set<String> caused = wrongTexts()
                .map(arguments -> ((String) arguments.get()[0]).split(" ")[1])
                .collect(Collectors.toSet());
        Set<String> codes = Arrays.stream(AnalysisError.values())
                .filter(error -> error != AnalysisError.NUMBER_TOO_LARGE) // the parser refuses such texts
                .filter(error -> error != AnalysisError.NOT_ON_DEMAND) // of another kind of text
                .map(AnalysisError::code)
                .collect(Collectors.toSet());

        assertThat(caused).isEqualTo(codes);
    }

    @Test
    void fillsEveryPlaceOfAMessage() {
        assertThat(wrongTexts().map(arguments -> (String) arguments.get()[1]))
                .allSatisfy(text -> assertThat(Analyzed.of(text).messages())
                        .noneMatch(message -> message.matches(".*\\{[a-z]+}.*")));
    }

    @Test
    void reportsAllProblemsOfATextInTheOrderOfTheirPlaces() {
        Analyzed analyzed = Analyzed.of("""
            define stream S (price double, volume int);
            from S[prize > 3] select volume, sum(volum) as total insert into T;
            from S#window.lenght(2) select price insert into U;
            from T select totl insert into V;
            """);

        assertThat(analyzed.problems())
                .containsExactly(
                        "2:8 unknown-column -> price",
                        "2:38 unknown-column -> volume",
                        "3:15 unknown-extension -> length",
                        "4:15 unknown-column -> total");
        assertThat(analyzed.analysis().app()).isEmpty();
    }

    @Test
    void reportsWhatFollowsFromAProblemNotAgain() {
        Analyzed analyzed = Analyzed.of("""
            define stream S (price dubble);
            from S[price > 3 and not price] select price + 'x' as p, sum(price) as s group by price insert into T;
            from T#window.length(3) select p * 2 as q, s insert into U;
            from Nowhere select a, b insert into V;
            from V[a > b] select * insert into W;
            from W select a insert into X;
            """);

        assertThat(analyzed.problems()).containsExactly("1:24 unknown-type -> double", "4:6 unknown-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- nothing yet\n", "/* define stream S (a int); */", "@app:name('a')\n-- nothing"})
    void refusesATextInWhichNothingCouldHappen(String text) {
        Analyzed analyzed = Analyzed.of(text);

        assertThat(analyzed.problems()).containsExactly("1:1 no-statement");
        assertThat(analyzed.analysis().app()).isEmpty();
    }

    @Test
    void warningsDoNotKeepTheApplicationFromBeingMade() {
        Analyzed analyzed = Analyzed.of("@team('payments') define stream S (a int);");

        assertThat(analyzed.problems()).isNotEmpty();
        assertThat(analyzed.analysis().app()).isPresent();
    }
}
