package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.AppState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationsTest {

    private final Shell shell = new Shell(Path.of("."));

    @Test
    void joinsBundlesAndWhatProgramsMade() {
        shell.deployments.add("bundled", 7, "stream S(a INT)");
        shell.deployments.start("bundled");
        shell.deployments.add("resting", 8, "stream S(a INT)");
        shell.run("made", "stream S(a INT)");

        List<Application> all = shell.applications.all();

        assertThat(all).extracting(Application::name).containsExactly("bundled", "resting", "made");
        assertThat(all)
                .extracting(Application::state)
                .containsExactly(AppState.RUNNING, AppState.STOPPED, AppState.RUNNING);
        assertThat(all)
                .extracting(application -> application.runtime().isPresent())
                .containsExactly(true, false, true);
    }

    @Test
    void doesNotTakeTheRuntimeOfAnotherTextOfTheSameName() {
        shell.run("twin", "stream S(a INT)");
        shell.deployments.add("twin", 7, "stream Other(a INT)");

        assertThat(shell.applications.all()).hasSize(2);
        assertThat(shell.applications.get("twin").runtime()).isPresent();
    }

    @Test
    void namesWhatThereIsWhenANameIsUnknown() {
        assertThatThrownBy(() -> shell.applications.get("x"))
                .hasToString("no application is named x; none is deployed");

        shell.run("stocks", "");
        shell.run("flights", "");

        assertThatThrownBy(() -> shell.applications.get("stoks"))
                .hasToString("no application is named stoks; there are: stocks, flights");
    }
}
