package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.RingStatistics;
import eventflux.api.event.RowAppender;
import eventflux.core.failure.FailureLog;
import eventflux.core.run.pressure.BackPressure;
import eventflux.core.run.pressure.DropNewest;
import eventflux.core.run.pressure.DropOldest;
import eventflux.core.run.pressure.SenderTime;
import eventflux.core.run.pressure.WaitForAWhile;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ring that nobody empties until the application runs. */
class RingPressureTest {

    private static final int SENT = 500;

    private final RunningApp app = RunningApp.started();
    private final FailureLog failures = new FailureLog("app", System.getLogger("eventflux.app.quiet"));
    private RingInput ring;

    @AfterEach
    void stop() {
        app.stop();
        ring.stop();
    }

    private void open(BackPressure pressure, boolean keepsGivenUp) {
        ring = new RingInput(app.input, app.agent, new RingOptions(1, 64, pressure, keepsGivenUp, failures));
        app.state(AppState.WAITING);
        ring.start("app");
    }

    private void sendMany() {
        for (int i = 0; i < SENT; i++) {
            ring.send(i, new Object[] {i, "k"});
        }
    }

    private List<String> seenAll() {
        app.state(AppState.RUNNING);
        ring.awaitTaken();
        return app.seen();
    }

    private RingStatistics statistics() {
        AtomicReference<RingStatistics> answer = new AtomicReference<>();
        app.agent.asOwner(() -> answer.set(ring.statistics()));
        return answer.get();
    }

    private static List<String> rows(int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(i -> "@" + i + "[" + i + ", k]")
                .toList();
    }

    @Test
    void keepsTheOldestRowsWhenTheNewestAreDropped() {
        open(new DropNewest(), false);

        sendMany();
        List<String> seen = seenAll();

        assertThat(seen).hasSizeBetween(20, SENT / 2).isEqualTo(rows(0, seen.size()));
        assertThat(failures.counts()).containsEntry("stream S", (long) (SENT - seen.size()));
        assertThat(statistics().taken()).isEqualTo(seen.size());
        assertThat(statistics().givenUp()).isEqualTo(SENT - seen.size());
        assertThat(statistics().full()).isEqualTo(SENT - seen.size());
        assertThat(statistics().waitingBytes()).isZero();
    }

    @Test
    void keepsTheNewestRowsWhenTheOldestAreDropped() {
        open(new DropOldest(), false);

        sendMany();
        List<String> seen = seenAll();

        assertThat(seen).hasSizeBetween(20, SENT / 2).isEqualTo(rows(SENT - seen.size(), SENT));
        assertThat(statistics().givenUp()).isEqualTo(SENT - seen.size());
    }

    @Test
    void losesNoRowThatItDoesNotCountWhileSeveralSendersEvict() {
        open(new DropOldest(), false);
        app.state(AppState.RUNNING);
        List<Thread> senders = IntStream.range(0, 3)
                .mapToObj(sender -> RunningApp.thread(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        ring.send(sender, new Object[] {i, "k"});
                    }
                }))
                .toList();
        senders.forEach(RunningApp::join);

        List<String> seen = seenAll();

        assertThat(seen.size() + statistics().givenUp()).isEqualTo(15_000);
        for (int sender = 0; sender < 3; sender++) {
            String own = "@" + sender + "[";
            List<Integer> numbers = seen.stream()
                    .filter(row -> row.startsWith(own))
                    .map(row -> Integer.valueOf(row.substring(own.length(), row.indexOf(','))))
                    .toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void handsRowsThatItGivesUpToTheFailuresOfTheStream() {
        open(new DropNewest(), true);

        ring.send(1, new Object[] {1, "x".repeat(96)});
        int fitted = 1;
        while (statistics().givenUp() == 0) {
            fitted++;
            ring.send(fitted, new Object[] {fitted, "x".repeat(96)});
        }

        assertThat(seenAll()).hasSize(fitted - 1);
        assertThat(app.failed())
                .containsExactly("@" + fitted + "[" + fitted + ", " + "x".repeat(96)
                        + "]: error ring-full: the ring of stream S is full");
        assertThat(failures.counts()).isEmpty();
    }

    @Test
    void putsTheRowsOfABatchInThatThereIsRoomFor() {
        open(new DropNewest(), false);
        RowAppender rows = ring.appender();
        for (int i = 0; i < SENT; i++) {
            rows.begin(i).setInt(0, i).setString(1, "k").commit();
        }

        rows.flush();
        List<String> seen = seenAll();

        assertThat(seen).hasSizeBetween(20, SENT / 2).isEqualTo(rows(0, seen.size()));
        assertThat(statistics().givenUp()).isEqualTo(SENT - seen.size());
    }

    @Test
    void givesUpWhenItHasWaitedLongEnough() {
        open(new WaitForAWhile(1_000_000, SenderTime.SYSTEM), false);

        while (statistics().givenUp() == 0) {
            ring.send(1, new Object[] {1, "k"});
        }

        assertThat(statistics().givenUp()).isEqualTo(1);
    }
}
