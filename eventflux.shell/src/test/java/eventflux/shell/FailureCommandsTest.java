package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.ConnectionStatus;
import eventflux.api.ConnectionStatus.State;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureCommandsTest {

    private Shell shell;
    private FailureCommands commands;
    private FakeRuntime stocks;

    @BeforeEach
    void start() {
        shell = new Shell(Path.of(""));
        commands = new FailureCommands(shell.applications);
        stocks = shell.run("stocks", "stream In(a INT)");
    }

    @Test
    void showsHowEveryConnectionStands() {
        stocks.connections.add(new ConnectionStatus("sink", "Out", "kafka", State.RECONNECTING, 1_000, 3, "away"));

        assertThat(commands.connections(shell.session).lines())
                .containsExactly(
                        "APPLICATION  KIND  NAME  EXTENSION  STATE         SINCE                 FAILURES  LAST ERROR",
                        "stocks       sink  Out   kafka      reconnecting  1970-01-01T00:00:01Z         3  away");
    }

    @Test
    void listsStoredEvents() {
        assertThat(commands.errors(shell.session, "stocks")).isEqualTo("stocks has no stored events");
        stocks.stored.add(7, "{\"a\":1}");
        stocks.stored.add(8, "{\"a\":2}");

        assertThat(commands.errors(shell.session, "stocks", "1").lines())
                .containsExactly(
                        "NUMBER  FAILED                ORIGIN  PLACE  TRIES  ERROR  EVENT",
                        "     7  1970-01-01T00:00:01Z  sink    Out        3  away   {\"a\":1}",
                        "1 more");
    }

    @Test
    void replaysOneOrAll() {
        stocks.stored.add(7, "x");
        stocks.stored.add(8, "y");
        stocks.stored.add(9, "z");

        assertThat(commands.replay(shell.session, "stocks", "8")).isEqualTo("event 8 is replayed");
        assertThat(commands.replay(shell.session, "stocks", "all")).isEqualTo("2 events replayed");
        assertThat(stocks.stored.replayed).containsExactly(8L, 7L, 9L);
    }

    @Test
    void saysHowManyHaveFailedAgain() {
        stocks.stored.add(7, "x");
        stocks.stored.add(8, "y");
        stocks.stored.isAway = true;

        assertThat(commands.replay(shell.session, "stocks", "all")).isEqualTo("2 events replayed, 2 stored now");
    }

    @Test
    void forgetsOneOrAll() {
        stocks.stored.add(7, "x");
        stocks.stored.add(8, "y");

        assertThat(commands.purge(shell.session, "stocks", "8")).isEqualTo("event 8 is forgotten");
        assertThat(commands.purge(shell.session, "stocks", "8")).isEqualTo("stocks has no event 8");
        assertThat(commands.purge(shell.session, "stocks", "all")).isEqualTo("1 event forgotten");
        assertThatThrownBy(() -> commands.purge(shell.session, "stocks", "some"))
                .hasToString("some is no whole number");
    }
}
