package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.failure.FailureLog;
import eventflux.testkit.time.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {

    private final VirtualTime time = new VirtualTime(1_000);
    private final List<String> lines = new ArrayList<>();
    private final ConnectionWatch watch =
            new ConnectionWatch("sink", "Out", "http", time, new FailureLog("App", new Lines(lines)));

    @Test
    void logsOnceThatItIsLostAndOnceThatItIsBack() {
        watch.connected();
        watch.connected();
        watch.lost(new IOException("refused"));
        watch.lost(new IOException("refused"));
        time.advance(4_000);
        watch.rested();
        watch.lost(new IOException("refused again"));
        watch.connected();

        assertThat(lines)
                .containsExactly(
                        "WARNING App: sink Out (http) cannot be reached and is tried again: refused",
                        "WARNING App: sink Out (http) is reached again");
    }

    @Test
    void staysLostUntilItsOutsideIsBackThoughItTakesSomething() {
        watch.connected();
        watch.reconnecting(new IOException("no answer"));
        watch.connected();
        assertThat(watch.isConnected()).isFalse();

        watch.reconnected();

        assertThat(watch.isConnected()).isTrue();
        assertThat(watch.isAway()).isFalse();
    }

    /** Keeps what is logged. */
    private record Lines(List<String> lines) implements System.Logger {

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... values) {
            lines.add(level + " " + format);
        }
    }
}
