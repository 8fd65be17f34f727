package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsTextsLeftAndNumbersRight() {
        Table table = new Table().left("NAME").right("EVENTS").left("NOTE");
        table.row("stocks", 12, "").row("a", 12345678, "waits");

        assertThat(table.print(Screen.PLAIN).lines())
                .containsExactly(
                        "NAME      EVENTS  NOTE", //
                        "stocks        12",
                        "a       12345678  waits");
    }

    @Test
    void printsItsHeadingWhenThereAreNoRows() {
        assertThat(new Table().left("NAME", "STATE").print(Screen.PLAIN)).isEqualTo("NAME  STATE");
    }

    @Test
    void cutsTheLastColumnWhereTheScreenEnds() {
        Table table = new Table().left("A", "B").row("12345", "abcdefgh");

        assertThat(table.print(new Screen(false, 12, () -> {})).lines()).containsExactly("A      B", "12345  abcd…");
        assertThat(table.print(new Screen(false, 15, () -> {})).lines()).containsExactly("A      B", "12345  abcdefgh");
    }

    @Test
    void paintsWithoutDisturbingTheColumns() {
        Table table = new Table().left("S", "T").row(new Table.Cell("ok", Paint.GOOD), "x");

        assertThat(table.print(new Screen(true, 80, () -> {})).lines())
                .containsExactly("\u001B[1mS\u001B[0m   \u001B[1mT\u001B[0m", "\u001B[32mok\u001B[0m  x");
    }

    @Test
    void countsWideCharactersAsTwoPlaces() {
        Table table = new Table().left("N", "T").row("株価", "x").row("abcd", "y");

        assertThat(table.print(Screen.PLAIN).lines()).containsExactly("N     T", "株価  x", "abcd  y");
    }

    @Test
    void keepsARowOnOneLine() {
        assertThat(new Table()
                        .left("A")
                        .row("x\ny\u001B[2J")
                        .print(Screen.PLAIN)
                        .lines())
                .containsExactly("A", "x y [2J");
    }
}
