package eventflux.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.analyze.Analyzed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderIndexesTest {

    private static final String DEFINITION = "define stream S (name string, n int, price double);\n";

    private static List<ReaderIndex> indexes(String queries) {
        Analyzed analyzed = Analyzed.of(DEFINITION + queries);
        return Planner.plan(analyzed.analysis().app().orElseThrow(() -> new AssertionError(analyzed.problems())))
                .indexes();
    }

    private static String filters(String condition, int count) {
        return "from S[%s] select n insert into Out;\n".formatted(condition).repeat(count);
    }

    @Test
    void gathersNeighboursThatCompareColumnsWithConstants() {
        List<ReaderIndex> indexes = indexes(filters("price > 3", 4) + filters("name == 'x' and n > 2", 4));

        assertThat(indexes)
                .extracting(ReaderIndex::toString)
                .containsExactly("8 readers of S from query_1 to query_8 found by name, price");
    }

    @Test
    void leavesAFewAsTheyAre() {
        assertThat(indexes(filters("price > 3", 7))).isEmpty();
    }

    @Test
    void endsAtAReaderThatHasToSeeAllRows() {
        List<ReaderIndex> indexes =
                indexes(filters("price > 3", 8) + "from S select n insert into Out;" + filters("5 < n", 9));

        assertThat(indexes)
                .extracting(ReaderIndex::toString)
                .containsExactly(
                        "8 readers of S from query_1 to query_8 found by price",
                        "9 readers of S from query_10 to query_18 found by n");
    }

    @Test
    void takesBothEndsOfARange() {
        ReaderIndex index =
                indexes(filters("price >= 3 and 5 > price and n == 4", 8)).get(0);

        // An equality says more than a range.
        assertThat(index.readers().get(0).values().toString())
                .contains("name=n")
                .contains("value=4");
        assertThat(indexes(filters("price >= 3 and 5 > price", 8))
                        .get(0)
                        .readers()
                        .get(0)
                        .values())
                .hasToString("Range[column=2, name=price, low=Optional[Bound[value=3.0, inclusive=true]],"
                        + " high=Optional[Bound[value=5.0, inclusive=false]]]");
    }

    @Test
    void looksAtNothingBehindWhatMayFail() {
        assertThat(indexes(filters("n * 2 > 10 and price > 3", 8))).isEmpty();
        assertThat(indexes(filters("price > 3 and n * 2 > 10", 8))).hasSize(1);
    }

    @Test
    void looksAtNoAlternatives() {
        assertThat(indexes(filters("price > 3 or n == 2", 8))).isEmpty();
        assertThat(indexes(filters("n != 2", 8))).isEmpty();
        assertThat(indexes(filters("n > 2.5", 8))).isEmpty();
    }
}
