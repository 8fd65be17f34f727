package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedBundleCommandsTest {

    @TempDir
    Path folder;

    private Shell shell;
    private NamedBundleCommands commands;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        shell.deployments.add("stocks", 25, "define stream S (a int)");
        shell.deployments.add("it's mine", 26, "define stream S (a int)");
        commands = new NamedBundleCommands(shell.applications);
    }

    private Object on(String... words) throws Exception {
        return commands.onbundles(shell.session, (Object[]) words);
    }

    @Test
    void doesWhatOurCommandDoesForNames() throws Exception {
        assertThat(on("start", "stocks", "it's mine"))
                .isEqualTo("did eventflux:start 'stocks'\ndid eventflux:start 'it'\"'\"'s mine'");
        on("stop", "stocks");
        on("uninstall", "stocks");
        on("update", "stocks", "new.eventflux", "--dry-run");

        assertThat(shell.session.executed)
                .endsWith(
                        "eventflux:stop 'stocks'",
                        "eventflux:undeploy 'stocks'",
                        "eventflux:update 'stocks' 'new.eventflux' '--dry-run'");
    }

    @Test
    void leavesNumbersAddressesAndOptionsToFelix() throws Exception {
        on("start", "17", "file:/srv/acme.jar");
        on("start", "-t", "17", "stocks");
        on("update", "stocks");
        on("update", "17", "file:/srv/acme.jar");
        on("stop");

        assertThat(shell.session.executed)
                .containsExactly(
                        "felix:start '17' 'file:/srv/acme.jar'",
                        "felix:start '-t' '17' '25'",
                        "felix:update '25'",
                        "felix:update '17' 'file:/srv/acme.jar'",
                        "felix:stop");
    }

    @Test
    void refusesANameThatIsNoApplicationsBeforeAnythingIsDone() {
        assertThatThrownBy(() -> on("stop", "stocks", "stoks"))
                .hasToString("no application is named stoks; there are: it's mine, stocks");
        assertThat(shell.session.executed).isEmpty();
    }

    @Test
    void asksFelixForHelp() throws Exception {
        on("start", "--help");

        assertThat(shell.session.executed).containsExactly("help felix:start");
    }
}
