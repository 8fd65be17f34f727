package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellConsoleTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final ShellConsole console = new ShellConsole();
    private final FakeSession session = new FakeSession(Path.of(".")); // the console holds it weakly

    @BeforeEach
    void openASession() throws IOException {
        Terminal terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), screen);
        session.put(".reader", LineReaderBuilder.builder().terminal(terminal).build());
        console.beforeExecute(session, "lb");
        console.beforeExecute(new FakeSession(Path.of(".")), "a session without a reader");
    }

    @Test
    void saysWhatWasDeployedAndStopped() {
        console.deployed(deployment(AppState.RUNNING, List.of()));
        console.withdrawn(deployment(AppState.STOPPED, List.of()));

        assertThat(said()).containsExactly("stocks is deployed (bundle 7)", "stocks is stopped (bundle 7)");
    }

    @Test
    void printsTheProblemsOfATextThatDoesNotRun() {
        Problem mistake = Problem.of(FakeManager.FakeProblem.MISTAKE).at(new SourcePosition(1, 1, 4));

        console.deployed(deployment(AppState.FAILED, List.of(mistake)));

        assertThat(said())
                .containsExactly(
                        "stocks.eventflux:1:1: error: a mistake [mistake]",
                        "    1 | text",
                        "      | ^^^^",
                        "stocks is not running (bundle 7)");
    }

    @Test
    void printsWhyAFileWasRefused() {
        console.refused(new Refusal("deploy/x.jar", List.of(Problem.of(FakeManager.FakeProblem.MISTAKE))));

        assertThat(said()).containsExactly("deploy/x.jar: error: a mistake [mistake]");
    }

    private List<String> said() {
        return screen.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Deployment deployment(AppState state, List<Problem> problems) {
        return new Deployment("stocks", 7, "stocks.eventflux", "text", state, problems);
    }
}
