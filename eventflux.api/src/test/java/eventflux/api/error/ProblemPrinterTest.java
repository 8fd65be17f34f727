package eventflux.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemPrinterTest {

    private enum Mistake implements ErrorCode {
        WRONG;

        @Override
        public ErrorKind kind() {
            return ErrorKind.USER;
        }

        @Override
        public String template() {
            return "this is wrong";
        }
    }

    @Test
    void marksTheSpotInItsLine() {
        assertThat(printed("select a\n\tfrom b", new SourcePosition(2, 7, 1)))
                .isEqualTo("f:2:7: error: this is wrong [wrong]\n    2 | \tfrom b\n      | \t     ^\n");
    }

    @Test
    void cutsALongLineAroundTheSpot() {
        String line = "a".repeat(5_000) + "XYZ" + "b".repeat(5_000);

        String[] shown = printed(line, new SourcePosition(1, 5_001, 3)).split("\n");

        assertThat(shown[1]).isEqualTo("    1 | …" + "a".repeat(50) + "XYZ" + "b".repeat(97) + "…");
        assertThat(shown[2]).isEqualTo("      | " + " ".repeat(51) + "^^^");
    }

    @Test
    void cutsALongLineAtItsEnds() {
        String line = "a".repeat(400);

        assertThat(printed(line, new SourcePosition(1, 1, 400)))
                .contains("    1 | " + "a".repeat(150) + "…\n      | " + "^".repeat(150) + "\n");
        assertThat(printed(line, new SourcePosition(1, 401, 1)))
                .contains("    1 | …" + "a".repeat(50) + "\n      | " + " ".repeat(51) + "^\n");
    }

    @Test
    void cutsNoCharacterIntoTwo() {
        String line = "😀".repeat(200);

        assertThat(printed(line, new SourcePosition(1, 202, 1))).contains("…😀").contains("😀…");
    }

    private static String printed(String text, SourcePosition place) {
        return new ProblemPrinter("f", text)
                .print(List.of(Problem.of(Mistake.WRONG).at(place)));
    }
}
