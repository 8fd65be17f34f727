package eventflux.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

class LineIndexTest {

    private final LineIndex lines = new LineIndex("ab\r\ncd\re\n");

    @Test
    void countsLinesWithEveryKindOfEnd() {
        assertThat(lines.position(0)).isEqualTo(new Position(0, 0));
        assertThat(lines.position(5)).isEqualTo(new Position(1, 1));
        assertThat(lines.position(7)).isEqualTo(new Position(2, 0));
        assertThat(lines.position(9)).isEqualTo(new Position(3, 0));
    }

    @Test
    void staysInTheLineAndInTheText() {
        assertThat(lines.offset(new Position(0, 99))).isEqualTo(2);
        assertThat(lines.offset(new Position(1, 1))).isEqualTo(5);
        assertThat(lines.offset(new Position(9, 0))).isEqualTo(9);
    }
}
