package eventflux.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.analyze.Analyzed;
import org.junit.jupiter.api.Test;

class ColumnPruningTest {

    private static final String STREAM = "define stream S (a int, b int, c int, t string);\n";
    private static final String FAILING = "@OnError(action='STREAM')\n" + STREAM;

    /** The line of the plan that is about the window. */
    private static String window(String text) {
        Analyzed analyzed = Analyzed.of(text);
        return PlanPrinter.print(Planner.plan(
                        analyzed.analysis().app().orElseThrow(() -> new AssertionError(analyzed.problems()))))
                .lines()
                .filter(line -> line.startsWith("  window"))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    @Test
    void keepsWhatTheStepsBehindTheWindowRead() {
        assertThat(window(STREAM + "from S#window.length(5) select b insert into O;"))
                .isEqualTo("window length(5) keeps (b)");
        assertThat(window(STREAM + "from S#window.length(5)[c > 1] select b insert into O;"))
                .isEqualTo("window length(5) keeps (b, c)");
        assertThat(window(STREAM + "from S#window.length(5) select sum(a + b) as s group by t insert into O;"))
                .isEqualTo("window length(5) keeps (a, b, t)");
        assertThat(window(STREAM + "from S#window.length(5) select b order by c insert into O;"))
                .isEqualTo("window length(5) keeps (b, c)");
        assertThat(window(STREAM + "from S#window.length(5) select count() as n having sum(c) > 1 insert into O;"))
                .isEqualTo("window length(5) keeps (c)");
    }

    @Test
    void keepsNoColumnWhereNoneIsRead() {
        assertThat(window(STREAM + "from S#window.length(5) select count() as n insert into O;"))
                .isEqualTo("window length(5) keeps ()");
    }

    @Test
    void forgetsWhatOnlyTheStepsBeforeTheWindowRead() {
        assertThat(window(STREAM + "from S[c > 1]#window.length(5) select b insert into O;"))
                .isEqualTo("window length(5) keeps (b)");
    }

    @Test
    void keepsAllWhereAllAreRead() {
        assertThat(window(STREAM + "from S#window.length(5) select * insert into O;"))
                .isEqualTo("window length(5)");
    }

    @Test
    void keepsAllWhereTheWindowMayReadAny() {
        assertThat(window(STREAM + "from S#window.timeBatch(5 seconds) select b insert into O;"))
                .isEqualTo("window timeBatch(5 seconds)");
    }

    @Test
    void keepsAllWhereRowsThatFailGoOn() {
        assertThat(window(FAILING + "from S#window.length(5) select b insert into O;"))
                .isEqualTo("window length(5)");
    }

    @Test
    void keepsWhatIsAskedOfATable() {
        assertThat(window(STREAM + "define table T (k int, l int, m int, v int);\n"
                        + "from S#window.length(5)[T.v == b in T] select a insert into O;"))
                .isEqualTo("window length(5) keeps (a, b)");
    }
}
