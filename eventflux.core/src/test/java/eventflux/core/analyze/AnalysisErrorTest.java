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

class AnalysisErrorTest {

    /** What is wrong, as {@code line:column code -> suggestion}, and a text that is wrong in this way only. */
    static Stream<Arguments> wrongTexts() {
        return Stream.of(wrongNames(), wrongSettings(), wrongTypes(), wrongQueries())
                .flatMap(texts -> texts);
    }

    private static Stream<Arguments> wrongNames() {
        return Stream.of(
                Arguments.of("1:6 unknown-stream", "from Nowhere select a insert into O;"),
                Arguments.of(
                        "2:6 unknown-stream -> Trades",
                        "define stream Trades (a int);\nfrom Trade select a insert into O;"),
                Arguments.of(
                        "1:47 unknown-column -> price",
                        "define stream S (price double); from S select prize insert into O;"),
                Arguments.of(
                        "1:45 unknown-qualifier", "define stream S (a int); from S as t select other.a insert into O;"),
                Arguments.of("1:24 unknown-type -> double", "define stream S (price dubble);"),
                Arguments.of(
                        "1:40 unknown-extension -> length",
                        "define stream S (a int); from S#window.lenght(3) select a insert into O;"),
                Arguments.of(
                        "1:33 unknown-extension -> avg",
                        "define stream S (a int); from S[agv(a) > 1] select a insert into O;"));
    }

    private static Stream<Arguments> wrongSettings() {
        return Stream.of(
                Arguments.of(
                        "1:74 unknown-setting -> path",
                        "CREATE STREAM S (a INT) WITH (type='source', extension='file', path='x', pathh='y');"),
                Arguments.of("1:1 unknown-annotation -> Async", "@asynk define stream S (a int);"),
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
                        "1:43 wrong-operands -> concat(…)",
                        "define stream S (a string); from S select a + 1 as s insert into O;"),
                Arguments.of("1:36 not-a-condition", "define stream S (a string); from S[a] select a insert into O;"),
                Arguments.of(
                        "1:50 no-common-type",
                        "define stream S (a string, b int); from S select coalesce(a, b) as s insert into O;"),
                Arguments.of(
                        "1:62 wrong-key",
                        "define stream S (a int); from S select count() as n group by anything(a) insert into O;"),
                Arguments.of(
                        "1:74 wrong-setting",
                        "CREATE STREAM S (a INT) WITH (type='source', extension='file', path='x', follow='maybe');"));
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
                        "define stream S (a int, b int); define stream O (a int, b int); from S select b, a insert into O;"),
                Arguments.of(
                        "1:47 null-without-type", "CREATE STREAM S (a INT); INSERT INTO O SELECT NULL AS a FROM S;"),
                Arguments.of(
                        "1:62 comparison-with-null",
                        "CREATE STREAM S (a INT); INSERT INTO O SELECT a FROM S WHERE a = NULL;"),
                Arguments.of(
                        "1:33 aggregate-not-allowed",
                        "define stream S (a int); from S[count() > 1] select a insert into O;"),
                Arguments.of(
                        "1:44 nested-aggregate",
                        "define stream S (a int); from S select sum(avg(a)) as s insert into O;"),
                Arguments.of(
                        "1:49 second-window",
                        "define stream S (a int); from S#window.length(2)#window.length(3) select a insert into O;"),
                Arguments.of("1:42 query-cycle", "define stream S (a int); from S select a insert into S;"),
                Arguments.of("1:1 not-supported-yet", "define table T (a int);"),
                Arguments.of("1:1 no-effect-yet", "@app:statistics('true') define stream S (a int);"));
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

    @Test
    void warningsDoNotKeepTheApplicationFromBeingMade() {
        Analyzed analyzed = Analyzed.of("@asynk define stream S (a int);");

        assertThat(analyzed.problems()).isNotEmpty();
        assertThat(analyzed.analysis().app()).isPresent();
    }
}
