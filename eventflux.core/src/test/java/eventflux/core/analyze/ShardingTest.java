package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.Sharding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardingTest {

    private static final String STREAMS = """
            @Async(workers='3') define stream S (k string, v int);
            define stream R (k string, v int);
            @PrimaryKey('k') define table T (k string, v int);
            """;

    private static Analyzed partition(String keys, String query) {
        return Analyzed.of(STREAMS + "partition with (" + keys + ") begin " + query + " end;");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            k of S            | from S#window.length(3) select k, sum(v) as t insert into Out;
            k of S            | from every e1=S -> e2=S[v > e1.v] select e1.k as k insert into Out;
            k of S            | from S select k, v insert into #In; from #In select k, sum(v) as t insert into Out;
            k of S, v + 1 of S | from S select k, count() as n return;
            """)
    void shardsWhatSharesNothingButStreams(String keys, String query) {
        Analyzed analyzed = partition(keys, query);

        assertThat(analyzed.problems()).isEmpty();
        assertThat(Sharding.sharded(analyzed.analysis().app().orElseThrow()))
                .extracting(ResolvedPartition::name)
                .containsExactly("partition_1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            k of S, k of R | from S select k insert into Out;                                  | keys of several streams
            v > 3 as 'x' or v <= 3 as 'y' of S | from S select k insert into Out;              | goes by ranges
            k of S | from S#length(2) as s join R#length(2) as r on s.k == r.k select s.k as k insert into Out; | reads another stream
            k of S | from S join T on S.k == T.k select S.k as k insert into Out;               | has to do with a table
            k of S | from S[T.k == k in T] select k insert into Out;                            | has to do with a table
            k of S | from S select k, v insert into T;                                          | has to do with a table
            k of S | from S[v > 1] select k, v - 1 as v insert into S;                          | stands on a loop
            k of S | from S select k, v insert into #I; from #I[v > 1] select k, v - 1 as v insert into #I; | stands on a loop
            k of S | from S delete T on T.k == k;                                               | has to do with a table
            """)
    void saysWhatKeepsOneThreadAtIt(String keys, String query, String reason) {
        Analyzed analyzed = partition(keys, query);

        assertThat(analyzed.messages())
                .singleElement()
                .asString()
                .startsWith("one thread serves S, whatever its workers: ")
                .contains(reason);
        assertThat(Sharding.sharded(analyzed.analysis().app().orElseThrow())).isEmpty();
    }

    @Test
    void leavesAClockThatFollowsEventsAlone() {
        Analyzed analyzed = Analyzed.of(
                "@app:playback " + STREAMS + "partition with (k of S) begin from S select k insert into Out; end;");

        assertThat(analyzed.messages()).singleElement().asString().contains("the clock follows the events");
    }

    @Test
    void leavesFailuresThatGoOnAlone() {
        Analyzed analyzed = Analyzed.of("@OnError(action='STREAM') " + STREAMS
                + "partition with (k of S) begin from S select k insert into Out; end;");

        assertThat(analyzed.messages()).singleElement().asString().contains("rows that fail go elsewhere");
    }

    @Test
    void partsTheApplicationIntoWhatIsShardedAndTheRest() {
        ResolvedApp app = partition("k of S", "@info(name='q') from S select k insert into Out;")
                .analysis()
                .app()
                .orElseThrow();
        ResolvedApp around = Sharding.around(app);
        ResolvedApp inside = Sharding.inside(app, app.partitions().get(0));

        assertThat(around.queries()).isEmpty();
        assertThat(around.partitions()).isEmpty();
        assertThat(inside.queries()).extracting(query -> query.name()).containsExactly("q");
        assertThat(inside.streams()).extracting(stream -> stream.name()).containsExactly("S", "Out");
    }
}
