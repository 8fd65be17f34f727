package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.AppState;
import eventflux.api.deploy.KnownBundle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

class ApplicationCommandsTest {

    @TempDir
    Path folder;

    private Framework framework;
    private Shell shell;
    private ApplicationCommands commands;

    @BeforeEach
    void start() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString()));
        framework.start();
        shell = new Shell(folder);
        commands =
                new ApplicationCommands(framework.getBundleContext(), shell.manager, shell.applications, shell.bundles);
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void listsApplicationsWithStateBundleAndCounts() {
        shell.deployments.add("bad", 7, "mistake");
        shell.deployments.start("bad");
        shell.deployments.add("resting", 8, "stream S(a INT)");
        FakeRuntime stocks = shell.run("stocks", "stream In(a INT)\nquery q(a INT)");
        stocks.inputHandler("In").send(1);
        FakeRuntime waiting = shell.run("waiting", "stream In(a INT)");
        waiting.waitFor("window acme:median");
        shell.bundles.known.put(
                "window acme:median", new KnownBundle("acme.stat", "1.2.0", "file:/acme.jar", OptionalLong.of(17)));

        assertThat(commands.list(shell.session).lines())
                .containsExactly(
                        "APPLICATION  STATE    BUNDLE  STREAMS  QUERIES  EVENTS  ERRORS  NOTE",
                        "bad          FAILED        7                                    1 problem",
                        "resting      STOPPED       8",
                        "stocks       RUNNING                1        1       1       0",
                        "waiting      WAITING                1        0       0       0  waits for window acme:median",
                        "window acme:median: bundle acme.stat 1.2.0 [17] provides it and is not started; type provide"
                                + " waiting");
    }

    @Test
    void deploysAndUpdatesAJar() throws Exception {
        jar("vendor.jar", "1.0.0");
        assertThat(commands.deploy(shell.session, "vendor.jar")).isEqualTo("bundle 1 vendor 1.0.0 is active");

        jar("vendor.jar", "1.1.0");
        assertThat(commands.deploy(shell.session, "vendor.jar")).isEqualTo("bundle 1 vendor 1.1.0 is active");
    }

    @Test
    void saysInASentenceWhyAFileIsNotDeployed() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "nothing of a jar");

        assertThatThrownBy(() -> commands.deploy(shell.session, "no.eventflux"))
                .hasToString("there is no file " + folder.resolve("no.eventflux"));
        assertThatThrownBy(() -> commands.deploy(shell.session, "broken.jar"))
                .hasMessageStartingWith("the framework refused: ");
        assertThatThrownBy(() -> commands.deploy(shell.session)).hasToString("usage: deploy <file>…");
    }

    @Test
    void saysWhichCommandTriesATextOut() {
        assertThatThrownBy(() -> commands.deploy(shell.session, "--dry-run", "stocks.eventflux"))
                .hasToString("deploy has no option --dry-run: validate <file> checks a text, and eventflux:update"
                        + " <application> <file> --dry-run tells what would become of the state of an application that"
                        + " runs");
    }

    @Test
    void stopsAndStartsTheBundleOfAnApplication() throws Exception {
        Bundle bundle = install();
        shell.deployments.add("stocks", bundle.getBundleId(), "stream S(a INT)");
        shell.deployments.start("stocks");

        assertThat(commands.stop(shell.session, "stocks")).isEqualTo("stocks is stopped");
        assertThat(bundle.getState()).isEqualTo(Bundle.RESOLVED);
    }

    @Test
    void tellsThatAnApplicationWhoseTextIsWrongDoesNotRun() throws Exception {
        Bundle bundle = install();
        shell.deployments.add("bad", bundle.getBundleId(), "mistake");
        shell.deployments.start("bad");

        assertThatThrownBy(() -> commands.start(shell.session, "bad"))
                .hasToString("bad is not running: 1 problem, see problems bad");
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void startsAndStopsWhatHasNoBundle() {
        FakeRuntime stocks = shell.run("stocks", "");

        assertThat(commands.stop(shell.session, "stocks")).isEqualTo("stocks is stopped");
        assertThat(stocks.state()).isEqualTo(AppState.STOPPED);
        assertThat(commands.start(shell.session, "stocks")).isEqualTo("stocks is running");
    }

    @Test
    void uninstallsTheBundleOfAnApplication() throws Exception {
        Bundle bundle = install();
        shell.deployments.add("stocks", bundle.getBundleId(), "");

        assertThat(commands.undeploy(shell.session, "stocks")).isEqualTo("stocks is gone");
        assertThat(bundle.getState()).isEqualTo(Bundle.UNINSTALLED);
    }

    @Test
    void doesNotUninstallABundleThatCarriesOthersToo() throws Exception {
        Bundle bundle = install();
        shell.deployments.add("a", bundle.getBundleId(), "");
        shell.deployments.add("b", bundle.getBundleId(), "");

        assertThatThrownBy(() -> commands.undeploy(shell.session, "a"))
                .hasToString("a shares bundle 1 with other applications; uninstall 1 removes them all");
    }

    private Bundle install() throws IOException, BundleException {
        jar("some.jar", "1.0.0");
        Bundle bundle = framework
                .getBundleContext()
                .installBundle(folder.resolve("some.jar").toUri().toString());
        bundle.start();
        return bundle;
    }

    private void jar(String file, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "vendor");
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
