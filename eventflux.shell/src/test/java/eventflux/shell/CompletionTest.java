package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private final Shell shell = new Shell(Path.of("."));

    @BeforeEach
    void run() {
        shell.run("stocks", "stream In(symbol STRING, open BOOL)\nquery q(price FLOAT)");
        shell.deployments.add("resting", 7, "stream S(a INT)");
    }

    @Test
    void offersApplicationsWithAndWithoutTheScope() {
        assertThat(candidates(1, "eventflux:stop", "")).containsExactly("resting", "stocks");
        assertThat(candidates(1, "undeploy", "")).containsExactly("resting", "stocks");
    }

    @Test
    void offersOnlyRunningApplicationsToSendTo() {
        assertThat(candidates(1, "send", "")).containsExactly("stocks");
    }

    @Test
    void offersStreamsAndForTailQueriesToo() {
        assertThat(candidates(2, "send", "stocks", "")).containsExactly("In");
        assertThat(candidates(2, "tail", "stocks", "")).containsExactly("In", "q");
        assertThat(candidates(2, "tail", "nowhere", "")).isEmpty();
    }

    @Test
    void offersTruthValuesForATruthColumn() {
        assertThat(candidates(3, "send", "stocks", "In", "")).isEmpty();
        assertThat(candidates(4, "send", "stocks", "In", "x", "")).containsExactly("false", "true");
        assertThat(candidates(5, "send", "stocks", "In", "x", "true", "")).isEmpty();
    }

    @Test
    void offersNothingToCommandsOfOthers() {
        assertThat(candidates(1, "lb", "")).isEmpty();
    }

    private List<String> candidates(int index, String... words) {
        return shell.completion.candidates(List.of(words), index);
    }
}
