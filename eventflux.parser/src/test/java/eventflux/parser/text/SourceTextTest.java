package eventflux.parser.text;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.SourcePosition;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void countsLinesAndColumnsFromOne() {
        SourceText text = SourceText.of("ab\ncd\r\nef\rgh\n");

        assertThat(text.at(0, 1)).isEqualTo(new SourcePosition(1, 1, 2));
        assertThat(text.at(4, 4)).isEqualTo(new SourcePosition(2, 2, 1));
        assertThat(text.at(7, 8)).isEqualTo(new SourcePosition(3, 1, 2));
        assertThat(text.at(11, 11)).isEqualTo(new SourcePosition(4, 2, 1));
        assertThat(text.at(13, 13)).isEqualTo(new SourcePosition(5, 1, 1));
    }

    @Test
    void endsAPlaceAtTheEndOfItsLine() {
        SourceText text = SourceText.of("select a\nfrom b");

        assertThat(text.at(7, 14)).isEqualTo(new SourcePosition(1, 8, 1));
    }

    @Test
    void hasAPlaceInAnEmptyText() {
        assertThat(SourceText.of("").at(0, -1)).isEqualTo(new SourcePosition(1, 1, 1));
    }
}
