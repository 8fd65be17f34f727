package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.Event;
import eventflux.api.error.ErrorCode;
import eventflux.api.event.RowAppender;
import eventflux.core.failure.FailureLog;
import eventflux.core.run.pressure.BackPressure;
import eventflux.core.run.pressure.WaitForRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RingInputTest {

    private final RunningApp app = RunningApp.started();
    private final FailureLog failures = new FailureLog("app", System.getLogger("eventflux.app.quiet"));
    private final RingInput ring = ring(new WaitForRoom(), false);

    @AfterEach
    void stop() {
        app.stop();
        ring.stop();
    }

    private RingInput ring(BackPressure pressure, boolean keepsGivenUp) {
        return new RingInput(app.input, app.agent, new RingOptions(1, 64, pressure, keepsGivenUp, failures));
    }

    private void start() {
        ring.start("app");
    }

    private List<String> seenAll() {
        ring.awaitTaken();
        return app.seen();
    }

    // More than the smallest ring holds.
    private void sendMany(int sender, int count) {
        for (int i = 0; i < count; i++) {
            ring.send(sender, new Object[] {i, "k"});
        }
    }

    @Test
    void keepsTheOrderOfEachSender() {
        start();
        List<Thread> senders = IntStream.range(0, 3)
                .mapToObj(sender -> RunningApp.thread(() -> sendMany(sender, 5_000)))
                .toList();
        senders.forEach(RunningApp::join);

        List<String> seen = seenAll();

        assertThat(seen).hasSize(15_000);
        for (int sender = 0; sender < 3; sender++) {
            String own = "@" + sender + "[";
            assertThat(seen.stream().filter(row -> row.startsWith(own)))
                    .isEqualTo(IntStream.range(0, 5_000)
                            .mapToObj(i -> own + i + ", k]")
                            .toList());
        }
    }

    @Test
    void processesOnAThreadOfItsOwn() {
        AtomicReference<String> thread = new AtomicReference<>();
        app.junction.observe(run -> thread.set(Thread.currentThread().getName()));
        start();

        ring.send(1, "k");
        seenAll();

        assertThat(thread).hasValue("eventflux-app-S");
    }

    @Test
    void processesAllThatIsThereBeforeItStops() {
        app.state(AppState.WAITING);
        start();
        sendMany(1, 20);
        app.state(AppState.RUNNING);

        ring.stop();

        assertThat(app.seen()).hasSize(20);
    }

    @Test
    void keepsWhatComesWhileTheApplicationWaits() {
        start();
        app.state(AppState.WAITING);
        sendMany(1, 20);
        assertThat(app.seen()).isEmpty();

        app.state(AppState.RUNNING);

        assertThat(seenAll()).hasSize(20);
    }

    @Test
    void letsSendersWaitWhenItIsFull() {
        start();
        app.state(AppState.WAITING);
        Thread sender = RunningApp.thread(() -> sendMany(1, 1_000));
        RunningApp.awaitBlocked(sender);

        app.state(AppState.RUNNING);
        RunningApp.join(sender);

        assertThat(seenAll()).hasSize(1_000).endsWith("@1[999, k]");
    }

    @Test
    void tellsASenderThatWaitsForRoomWhenTheApplicationIsStopped() {
        start();
        app.state(AppState.WAITING);
        AtomicReference<ErrorCode> told = new AtomicReference<>();
        Thread sender = RunningApp.thread(() -> told.set(RunningApp.code(() -> sendMany(1, 1_000))));
        RunningApp.awaitBlocked(sender);

        app.stop();
        RunningApp.join(sender);

        assertThat(told).hasValue(RunError.NOT_RUNNING);
    }

    @Test
    void refusesSendersWhenTheApplicationDoesNotRun() {
        start();
        for (AppState state : List.of(AppState.CREATED, AppState.STOPPED, AppState.FAILED)) {
            app.state(state);

            assertThat(RunningApp.code(() -> ring.send(1, "k"))).isEqualTo(RunError.NOT_RUNNING);
        }
    }

    @Test
    void endsItsThreadWhenTheApplicationStopsWithRowsLeft() {
        app.state(AppState.WAITING);
        sendMany(1, 10);
        start();
        app.stop();

        ring.awaitTaken();
        ring.stop();
        ring.clear();
        app.start();
        start();
        ring.send(2, new Object[] {2, "new"});

        assertThat(seenAll()).containsExactly("@2[2, new]");
    }

    @Test
    void givesRowsTheTimeAtWhichTheyAreProcessed() {
        app.state(AppState.WAITING);
        start();
        ring.send(1, "k");
        app.time.set(9_000);

        app.state(AppState.RUNNING);

        assertThat(seenAll()).containsExactly("@9000[1, k]");
    }

    @Test
    void takesAllEventsOfOneCallOrNone() {
        start();
        Event[] events = {new Event(1, 1, "k"), new Event(2, "wrong", "k")};

        assertThat(RunningApp.code(() -> ring.send(events))).isEqualTo(RunError.WRONG_VALUE);
        assertThat(RunningApp.code(() -> ring.send("too few"))).isEqualTo(RunError.WRONG_ARITY);
        ring.send(new Event[] {new Event(3, 3, "k"), new Event(4, 4, "k")});

        assertThat(seenAll()).containsExactly("@3[3, k]", "@4[4, k]");
    }

    @Test
    void takesABatchThatIsLargerThanTheRing() {
        start();
        RowAppender rows = ring.appender();
        for (int i = 0; i < 2_000; i++) {
            rows.begin(1).setInt(0, i).setString(1, "k").commit();
        }

        rows.flush();

        assertThat(seenAll())
                .isEqualTo(IntStream.range(0, 2_000)
                        .mapToObj(i -> "@1[" + i + ", k]")
                        .toList());
    }

    @Test
    void refusesARowThatIsLargerThanTheRingTakesAndAllThatComeWithIt() {
        start();
        RowAppender rows = ring.appender();
        rows.begin(1).setInt(0, 1).commit();
        rows.begin(1).setInt(0, 2).setString(1, "x".repeat(5_000)).commit();

        assertThat(RunningApp.code(rows::flush)).isEqualTo(RunError.ROW_TOO_LARGE);
        rows.begin(3).setInt(0, 3).commit();
        rows.flush();

        assertThat(seenAll()).containsExactly("@3[3, null]");
    }

    @Test
    void putsOffWhatACallbackSendsThoughTheRingIsFull() {
        // given: each of the first rows makes more rows than the ring holds
        List<Integer> depth = new ArrayList<>();
        int[] inside = new int[1];
        int[] first = new int[1];
        app.junction.observe(run -> {
            inside[0]++;
            depth.add(inside[0]);
            if (app.seen.get(app.seen.size() - 1).startsWith("@1[")) {
                first[0] += run.count();
                sendMany(9, 500 * run.count());
            }
            inside[0]--;
        });
        start();

        // when
        ring.send(1, new Object[] {1, "k"});
        ring.send(1, new Object[] {2, "k"});
        RunningApp.await(() -> app.seen().size() == 1_002);

        // then
        assertThat(first).containsExactly(2);
        assertThat(depth).containsOnly(1);
        List<String> sent =
                app.seen().stream().filter(row -> row.startsWith("@9[")).toList();
        assertThat(sent.subList(0, 500))
                .isEqualTo(IntStream.range(0, 500)
                        .mapToObj(i -> "@9[" + i + ", k]")
                        .toList());
    }

    @Test
    void mayBeStoppedFromItsOwnThread() {
        app.junction.observe(run -> {
            app.stop();
            ring.stop();
        });
        start();
        ring.send(1, new Object[] {1, "k"});

        RunningApp.await(() -> app.agent.state() == AppState.STOPPED);
        ring.stop();

        assertThat(app.seen()).containsExactly("@1[1, k]");
    }

    @Test
    void goesOnAfterAnError() {
        app.junction.observe(run -> {
            if (app.seen.size() == 1) {
                throw new NoClassDefFoundError("of an extension");
            }
        });
        start();

        ring.send(1, new Object[] {1, "k"});
        seenAll();
        ring.send(2, new Object[] {2, "k"});

        assertThat(seenAll()).containsExactly("@1[1, k]", "@2[2, k]");
        assertThat(failures.counts()).containsEntry("stream S", 1L);
    }

    @Test
    void gathersSingleRowsInBatches() {
        app.state(AppState.WAITING);
        sendMany(1, 20);
        start();
        app.state(AppState.RUNNING);

        assertThat(seenAll()).hasSize(20);
        assertThat(app.runs).containsExactly(20);
    }
}
