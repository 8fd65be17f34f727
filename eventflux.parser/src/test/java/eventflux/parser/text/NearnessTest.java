package eventflux.parser.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearnessTest {

    @Test
    void countsTheFourWaysToMistype() {
        assertThat(Nearness.distance("slect", "select")).isEqualTo(1);
        assertThat(Nearness.distance("seelect", "select")).isEqualTo(1);
        assertThat(Nearness.distance("sekect", "select")).isEqualTo(1);
        assertThat(Nearness.distance("form", "from")).isEqualTo(1);
        assertThat(Nearness.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void findsTheNearestWordWhateverItsCase() {
        assertThat(Nearness.nearest("WEHRE", List.of("having", "where", "when")))
                .contains("where");
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(Nearness.nearest("price", List.of("partition", "per"))).isEmpty();
        assertThat(Nearness.nearest("x", List.of("s", "m"))).isEmpty();
    }
}
