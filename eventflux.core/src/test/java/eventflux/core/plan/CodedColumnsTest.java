package eventflux.core.plan;

import static eventflux.core.plan.Apps.column;
import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.DataType;
import eventflux.core.resolved.Expr;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodedColumnsTest {

    private static final Expr CONSTANT = new Expr.Constant(DataType.STRING, "text");

    private static String coded(Apps apps, String stream) {
        return CodedColumns.of(apps.app()).get(stream).toString();
    }

    @Test
    void areNoneWhereNobodyGroups() {
        Apps apps = new Apps("A", "B").copy("A", "B");

        assertThat(coded(apps, "A")).isEqualTo("{}");
        assertThat(coded(apps, "B")).isEqualTo("{}");
    }

    @Test
    void areTheTextsThatAQueryGroupsBy() {
        Apps apps = new Apps("A").query("A", null, List.of(column("b"), column("n")), column("b"));

        assertThat(coded(apps, "A")).isEqualTo("{1}");
    }

    @Test
    void areNotTheTextsInsideAnExpressionThatAQueryGroupsBy() {
        Expr same = new Expr.Choice(List.of(column("a")), List.of(column("a"), column("b")), DataType.STRING);
        Apps apps = new Apps("A").query("A", null, List.of(same), column("a"));

        assertThat(coded(apps, "A")).isEqualTo("{}");
    }

    @Test
    void areThoseOfAllQueriesOfAStream() {
        Apps apps = new Apps("A")
                .query("A", null, List.of(column("a")), column("a"))
                .query("A", null, List.of(column("b")), column("b"));

        assertThat(coded(apps, "A")).isEqualTo("{0, 1}");
    }

    @Test
    void passOnThroughAChainOfCopiesHoweverTheQueriesAreOrdered() {
        Apps apps = new Apps("A", "B", "C", "D")
                .copy("C", "D")
                .copy("B", "C")
                .copy("A", "B")
                .query("A", null, List.of(column("a")), column("a"));

        assertThat(coded(apps, "B")).isEqualTo("{0}");
        assertThat(coded(apps, "C")).isEqualTo("{0}");
        assertThat(coded(apps, "D")).isEqualTo("{0}");
    }

    @Test
    void passOnToThePlaceWhereTheCopyStands() {
        Apps apps = new Apps("A", "B")
                .query("A", null, List.of(column("a")), column("a"))
                .query("A", "B", List.of(), column("b"), column("a"), column("n"));

        assertThat(coded(apps, "A")).isEqualTo("{0}");
        assertThat(coded(apps, "B")).isEqualTo("{1}");
    }

    @Test
    void doNotPassOnThroughOtherValues() {
        Apps apps = new Apps("A", "B")
                .query("A", null, List.of(column("a")), column("a"))
                .query("A", "B", List.of(), CONSTANT, column("b"), column("n"));

        assertThat(coded(apps, "B")).isEqualTo("{}");
    }

    @Test
    void doNotPassBackToWhereTheTextCameFrom() {
        Apps apps = new Apps("A", "B").copy("A", "B").query("B", null, List.of(column("a")), column("a"));

        assertThat(coded(apps, "A")).isEqualTo("{}");
        assertThat(coded(apps, "B")).isEqualTo("{0}");
    }

    @Test
    void passOnThroughCyclesOfCopies() {
        Apps apps = new Apps("A", "B", "C")
                .query("A", "B", List.of(), column("b"), column("a"), column("n"))
                .copy("B", "C")
                .copy("C", "A")
                .query("C", null, List.of(column("a")), column("a"));

        assertThat(coded(apps, "A")).isEqualTo("{0, 1}");
        assertThat(coded(apps, "B")).isEqualTo("{0, 1}");
        assertThat(coded(apps, "C")).isEqualTo("{0, 1}");
    }
}
