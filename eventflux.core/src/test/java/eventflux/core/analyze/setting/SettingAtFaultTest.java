package eventflux.core.analyze.setting;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.SourcePosition;
import eventflux.core.resolved.SettingAtFault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingAtFaultTest {

    private static final SourcePosition DECLARATION = new SourcePosition(1, 1, 1);
    private static final SourcePosition PATH = new SourcePosition(2, 5, 10);
    private static final SourcePosition MAPPED = new SourcePosition(3, 5, 10);
    private static final SourcePosition POLL = new SourcePosition(4, 5, 10);

    private final SettingAtFault fault = new SettingAtFault(
            new CheckedSettings(
                    Map.of("path", "/in", "mapping.n", "$.x[", "path.poll", "7", "framing", "lines"),
                    Map.of(),
                    Map.of("path", PATH, "mapping.n", MAPPED, "path.poll", POLL)),
            DECLARATION);

    @Test
    void findsTheSettingThatIsNamed() {
        assertThat(fault.position("path must not be empty, 7")).isEqualTo(PATH);
        assertThat(fault.position("path.poll must not be 8 but before path")).isEqualTo(POLL);
    }

    @Test
    void findsTheSettingWhoseValueIsSaid() {
        assertThat(fault.position("expected a name at character 5 of $.x[ here"))
                .isEqualTo(MAPPED);
    }

    @Test
    void isTheDeclarationWhereNoneIsMeant() {
        assertThat(fault.position("the paths are 17")).isEqualTo(DECLARATION);
        assertThat(fault.position("framing is none of words")).isEqualTo(DECLARATION);
    }
}
