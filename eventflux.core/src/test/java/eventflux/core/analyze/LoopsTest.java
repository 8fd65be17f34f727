package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.resolved.LoopEnd;
import eventflux.core.resolved.Loops;
import eventflux.core.resolved.ResolvedApp;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopsTest {

    private static final String STREAMS = """
            define stream A (a int);
            define stream B (a int);
            @OnError(action='STREAM') define stream F (a int);
            define window W (a int) length(2);
            """;

    private static ResolvedApp app(String queries) {
        Analyzed analyzed = Analyzed.of(STREAMS + queries);
        assertThat(analyzed.problems()).isEmpty();
        return analyzed.analysis().app().orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            from A[a > 1] select a insert into B; from B select a insert into C; | []
            from A[a > 1] select a insert into A; | [query query_1 into A]
            from A[a > 1] select a insert into B; from B select a insert into A; | [query query_2 into A]
            from B select a insert into A; from A[a > 1] select a insert into B; | [query query_2 into B]
            from W[a > 1] select a insert into W; | [query query_1 into W]
            from every e1=A -> e2=B select e2.a as a insert into A; | [query query_1 into A]
            from F[a > 1] select a insert into B; from !F select a insert into F; | [what fails into !F]
            from F[a > 1] select a insert into F; from !F select a insert into F; | [what fails into !F, query query_1 into F]
            from !F select a insert into B; from F[a > 1] select a insert into F; | [query query_2 into F]
            from A[a > 1] select a insert into A; from B[a > 1] select a insert into B; | [query query_1 into A, query query_2 into B]
            """)
    void areClosedByWhatFailsOrElseByAnInsertIntoWhatIsReadAbove(String queries, String ends) {
        assertThat(Loops.ends(app(queries))).hasToString(ends);
    }

    @Test
    void mayStandInsideOfAPartition() {
        ResolvedApp app = app("partition with (a of A) begin from A select a insert into #I;"
                + " from #I[a > 1] select a insert into #I; end;");

        assertThat(Loops.ends(app)).hasToString("[query partition_1_query_2 into partition_1#I]");
    }

    @Test
    void beginWhereverRowsMayComeFrom() {
        ResolvedApp app = app("""
                define stream In (a int);
                from In select a insert into A;
                from A[a > 1] select a insert into B;
                from B select a insert into A;
                from B select a insert into Out;
                """);

        Set<LoopEnd> ends = Loops.ends(app);

        assertThat(Loops.leadingToEnds(app, ends)).containsExactlyInAnyOrder("In", "A", "B");
        assertThat(Loops.queries(app)).containsExactlyInAnyOrder("query_2", "query_3");
    }

    @Test
    void needNoDeepRecursion() {
        StringBuilder text =
                new StringBuilder("from S3000[a > 0] select a insert into A; from A select a insert into S0;");
        for (int i = 0; i < 3_000; i++) {
            text.append("from S" + i + " select a insert into S" + (i + 1) + ";\n");
        }

        assertThat(Loops.ends(app(text.toString()))).hasToString("[query query_3002 into S3000]");
    }
}
