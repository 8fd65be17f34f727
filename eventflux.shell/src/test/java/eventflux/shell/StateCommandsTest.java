package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateCommandsTest {

    private Shell shell;
    private StateCommands commands;
    private FakeRuntime stocks;

    @BeforeEach
    void start() {
        shell = new Shell(Path.of(""));
        commands = new StateCommands(shell.applications);
        stocks = shell.run("stocks", "stream In(a INT)");
    }

    @Test
    void savesOneOrAllThatRun() {
        FakeRuntime waiting = shell.run("waiting", "stream In(a INT)");
        waiting.waitFor();

        assertThat(commands.persist(shell.session, "stocks")).isEqualTo("stocks is saved as revision 1000");
        assertThat(commands.persist(shell.session)).isEqualTo("stocks is saved as revision 2000");
    }

    @Test
    void listsRevisionsWithTheirTimesAndDeletesThem() {
        assertThat(commands.revisions(shell.session, "stocks")).isEqualTo("stocks has no revisions");
        commands.persist(shell.session);

        assertThat(commands.revisions(shell.session, "stocks").lines())
                .containsExactly("REVISION  SAVED", "    1000  1970-01-01T00:00:01Z");
        assertThat(commands.revisions(shell.session, "-d", "stocks")).isEqualTo("stocks has no revisions any more");
        assertThat(stocks.saved).isEmpty();
    }

    @Test
    void putsTheNewestOrANamedOneBack() {
        assertThat(commands.restore(shell.session, "stocks")).isEqualTo("stocks has no revisions");
        commands.persist(shell.session);
        commands.persist(shell.session);

        assertThat(commands.restore(shell.session, "stocks")).isEqualTo("stocks goes on with revision 2000");
        assertThat(commands.restore(shell.session, "stocks", "1000")).isEqualTo("stocks goes on with revision 1000");
        assertThat(stocks.restored).containsExactly(2_000L, 1_000L);
        assertThat(shell.completion.candidates(List.of("restore", "stocks"), 2)).containsExactly("1000", "2000");
    }

    @Test
    void answersAWrongCall() {
        assertThatThrownBy(() -> commands.restore(shell.session, "stocks", "yesterday"))
                .hasToString("yesterday is no whole number");
        assertThatThrownBy(() -> commands.revisions(shell.session, "stocks", "-d"))
                .hasToString("usage: revisions [-d] <application>");
    }
}
