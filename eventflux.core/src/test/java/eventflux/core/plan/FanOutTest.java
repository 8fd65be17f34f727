package eventflux.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FanOutTest {

    private static boolean isByRow(Apps apps, String stream) {
        return new FanOut(apps.app()).isByRow(stream);
    }

    @Test
    void goesByRunsForOneReader() {
        assertThat(isByRow(new Apps("A", "B").copy("A", "B"), "A")).isFalse();
    }

    @Test
    void goesByRunsForReadersThatDoNotMeet() {
        Apps apps = new Apps("A", "B", "C", "D").copy("A", "B").copy("A", "C").copy("C", "D");

        assertThat(isByRow(apps, "A")).isFalse();
    }

    @Test
    void goesByRunsForReadersThatReturnTheirRows() {
        assertThat(isByRow(new Apps("A").copy("A", null).copy("A", null), "A")).isFalse();
    }

    @Test
    void goesByRowForReadersThatMeetInOneStream() {
        assertThat(isByRow(new Apps("A", "B").copy("A", "B").copy("A", "B"), "A"))
                .isTrue();
    }

    @Test
    void goesByRowForReadersThatMeetTwoHopsLater() {
        Apps apps = new Apps("A", "B", "C", "D", "E")
                .copy("A", "B")
                .copy("A", "C")
                .copy("B", "D")
                .copy("C", "E")
                .copy("D", "E");

        assertThat(isByRow(apps, "A")).isTrue();
        assertThat(isByRow(apps, "B")).isFalse();
    }

    @Test
    void goesByRowWhereOneReaderFeedsWhatAnotherReaches() {
        Apps apps = new Apps("A", "B", "C").copy("A", "C").copy("A", "B").copy("B", "C");

        assertThat(isByRow(apps, "A")).isTrue();
        assertThat(isByRow(apps, "B")).isFalse();
    }

    @Test
    void goesByRunsWhereOnlyOneReaderForksAndMeetsAgain() {
        Apps apps = new Apps("A", "B", "C").copy("A", "B").copy("B", "C").copy("B", "C");

        assertThat(isByRow(apps, "A")).isFalse();
        assertThat(isByRow(apps, "B")).isTrue();
    }

    @Test
    void comesToAnEndInACycle() {
        Apps apps = new Apps("A", "B").copy("A", "B").copy("B", "A");

        assertThat(isByRow(apps, "A")).isFalse();
    }
}
