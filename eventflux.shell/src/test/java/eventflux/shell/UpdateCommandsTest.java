package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

class UpdateCommandsTest {

    private static final String TEXT = "stream In(a INT)";
    private static final String OTHER = "stream In(a INT)\nquery q(a INT)";

    @TempDir
    Path folder;

    private Framework framework;
    private Shell shell;
    private UpdateCommands commands;

    @BeforeEach
    void start() throws IOException, BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString()));
        framework.start();
        shell = new Shell(folder);
        commands = new UpdateCommands(framework.getBundleContext(), shell.applications);
        Files.writeString(folder.resolve("other.eventflux"), OTHER);
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void saysWhatWouldBecomeOfTheStateAndChangesNothing() {
        FakeRuntime app = shell.run("stocks", TEXT);

        assertThat(commands.update(shell.session, "stocks", "other.eventflux", "--dry-run"))
                .isEqualTo("keeps  query  q\nstocks is as it was");
        assertThat(app.text()).isEqualTo(TEXT);
    }

    @Test
    void replacesTheTextOfAnApplicationWithoutABundle() {
        FakeRuntime app = shell.run("stocks", TEXT);

        assertThat(commands.update(shell.session, "stocks", "other.eventflux"))
                .isEqualTo("keeps  query  q\nstocks has the new text");
        assertThat(app.text()).isEqualTo(OTHER);
    }

    @Test
    void pausesAndResumes() {
        shell.run("stocks", TEXT);

        assertThat(commands.pause(shell.session, "stocks")).isEqualTo("stocks waits for being resumed");
        assertThat(commands.resume(shell.session, "stocks")).isEqualTo("stocks is running");
    }

    @Test
    void saysHowItIsCalled() {
        shell.run("stocks", TEXT);

        assertThatThrownBy(() -> commands.update(shell.session, "stocks"))
                .hasToString("usage: eventflux:update <application> <file> [--dry-run]");
        assertThatThrownBy(() -> commands.update(shell.session, "stocks", "other.eventflux", "now"))
                .hasToString("usage: eventflux:update <application> <file> [--dry-run]");
        assertThatThrownBy(() -> commands.update(shell.session, "stocks", "none.eventflux"))
                .hasMessageContaining("there is no file");
    }
}
