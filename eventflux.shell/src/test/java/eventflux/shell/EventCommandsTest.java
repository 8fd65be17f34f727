package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.AppState;
import eventflux.api.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventCommandsTest {

    private final Shell shell = new Shell(Path.of("."));
    private FakeRuntime stocks;

    @BeforeEach
    void run() {
        stocks = shell.run(
                "stocks", "stream In(symbol STRING, price DOUBLE, volume LONG, open BOOL)\nquery q(price FLOAT)");
    }

    @Test
    void sendsValuesOfTheColumnsTypes() {
        String said = shell.events.send(shell.session, "stocks", "In", "IBM", "12.5", "7", Boolean.TRUE);

        assertThat(said).isEqualTo("sent to In");
        assertThat(stocks.sent).containsExactly(new Event(0, "IBM", 12.5, 7L, true));
    }

    @Test
    void sendsNullsAndATime() {
        shell.events.send(shell.session, "-t", "1000", "stocks", "In", null, "null", 5, "FALSE");

        assertThat(stocks.sent).containsExactly(new Event(1000, null, null, 5L, false));
    }

    @Test
    void saysWhatAValueShouldHaveBeen() {
        assertThatThrownBy(() -> shell.events.send(shell.session, "stocks", "In", "IBM", "dear", "7", "true"))
                .hasToString("dear is no DOUBLE, which column price holds");
        assertThatThrownBy(() -> shell.events.send(shell.session, "stocks", "In", "IBM", "1", "7.5", "true"))
                .hasToString("7.5 is no LONG, which column volume holds");
        assertThatThrownBy(() -> shell.events.send(shell.session, "stocks", "In", "IBM", "1", "7", "maybe"))
                .hasToString("maybe is no BOOL, which column open holds");
        assertThatThrownBy(() -> shell.events.send(shell.session, "-t", "now", "stocks", "In", "a", 1, 2, "true"))
                .hasToString("now is no whole number");
    }

    @Test
    void namesTheColumnsWhenTheirNumberIsWrong() {
        assertThatThrownBy(() -> shell.events.send(shell.session, "stocks", "In", "IBM"))
                .hasToString("In takes (symbol STRING, price DOUBLE, volume LONG, open BOOL), but 1 value came");
    }

    @Test
    void tellsHowToSendInsteadOfSending() {
        assertThatThrownBy(() -> shell.events.send(shell.session, "--help"))
                .hasMessageContaining("usage: send [-t <millis>]")
                .hasMessageContaining("sends one event");
        assertThatThrownBy(() -> shell.events.send(shell.session, "-h", "stocks", "In"))
                .hasMessageContaining("sends one event");
        assertThat(stocks.sent).isEmpty();
    }

    @Test
    void passesOnWhatTheEngineSaysOfAnUnknownStream() {
        assertThatThrownBy(() -> shell.events.send(shell.session, "stocks", "Out", "IBM"))
                .hasToString("a stream-unknown");
    }

    @Test
    void sendsNothingToAnApplicationThatIsNotThere() {
        shell.deployments.add("resting", 7, "stream S(a INT)");

        assertThatThrownBy(() -> shell.events.send(shell.session, "resting", "S", "1"))
                .hasToString("resting is stopped; start it first");
    }

    @Test
    void printsSoManyEventsInColumns() {
        stocks.inputHandler("In").send("IBM", 12.5, 7L, true);
        stocks.inputHandler("In").send("A long symbol", 0.1f * 3d, null, false);
        stocks.inputHandler("In").send("GE", 1.0, 1L, true);

        assertThat(tail(Screen.PLAIN, 2))
                .containsExactly(
                        "time                      symbol       price    volume  open",
                        "1970-01-01T00:00:00.000Z  IBM           12.5         7  true",
                        "1970-01-01T00:00:00.000Z  A long symbol  0.30000000447034836      null  false");
    }

    @Test
    void endsWhenTheApplicationStopsAfterWhatWasLeft() {
        stocks.inputHandler("In").send("IBM", 12.5, 7L, true);
        stocks.become(AppState.STOPPED);

        assertThat(tail(Screen.PLAIN, Long.MAX_VALUE)).hasSize(2);
    }

    @Test
    void marksExpiredRowsOfAQuery() {
        stocks.sent.add(new Event(0, new Object[] {1.5f}, true));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        tailOf(out, Screen.PLAIN).query("q", 1);

        assertThat(lines(out))
                .containsExactly("time                         price", "1970-01-01T00:00:00.000Z       1.5  expired");
    }

    @Test
    void namesStreamsAndQueriesWhenItCannotFollowOne() {
        assertThatThrownBy(() -> shell.events.tail(shell.session, "stocks", "Out"))
                .hasToString("stocks has no stream or query Out; there are: In, q");
    }

    private List<String> tail(Screen screen, long count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Tail(stocks, stocks.streams().get("In"), screen, print(out)).stream("In", count);
        return lines(out);
    }

    private Tail tailOf(ByteArrayOutputStream out, Screen screen) {
        return new Tail(stocks, stocks.queries().get("q"), screen, print(out));
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
