package eventflux.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    private static final Problem CURABLE = Problem.of(LauncherError.FILE_NOT_FOUND, "file", "a");
    private static final Problem INTERNAL = Problem.of(LauncherError.ENGINE_MISSING, "bundles", "none");

    @Test
    void blamesTheApplicationWhenItsAuthorCanCureEverything() {
        assertThat(ExitCode.of(List.of(CURABLE, CURABLE))).isEqualTo(ExitCode.APPLICATION);
    }

    @Test
    void blamesTheEnvironmentWhenOneProblemIsNotTheAuthors() {
        assertThat(ExitCode.of(List.of(CURABLE, INTERNAL))).isEqualTo(ExitCode.ENVIRONMENT);
    }
}
