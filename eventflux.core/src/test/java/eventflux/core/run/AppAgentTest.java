package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.Event;
import eventflux.api.error.ErrorCode;
import eventflux.core.time.TimerTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppAgentTest {

    private final RunningApp app = RunningApp.started();

    @Test
    void turnsThePipelineOnOneThreadAtATimeHoweverManySend() {
        // given
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        app.junction.add(run -> {
            if (inside.incrementAndGet() > 1) {
                together.incrementAndGet();
            }
            inside.decrementAndGet();
        });

        // when
        List<Thread> senders = IntStream.range(0, 4)
                .mapToObj(sender -> RunningApp.thread(() -> send(sender, 3_000)))
                .toList();
        senders.forEach(RunningApp::join);

        // then
        assertThat(together).hasValue(0);
        assertThat(app.seen()).hasSize(12_000);
        for (int sender = 0; sender < 4; sender++) {
            String own = "@" + sender + "[";
            List<String> rows =
                    app.seen().stream().filter(row -> row.startsWith(own)).toList();
            assertThat(rows).hasSize(3_000).startsWith(own + "0, k]").endsWith(own + "2999, k]");
        }
    }

    private void send(int sender, int count) {
        for (int i = 0; i < count; i++) {
            app.input.send(sender, new Object[] {i, "k"});
        }
    }

    @Test
    void letsSendersWaitWhileTheApplicationWaits() {
        // given
        app.state(AppState.WAITING);
        Thread sender = RunningApp.thread(() -> app.input.send(1, new Object[] {7, "k"}));
        RunningApp.awaitBlocked(sender);
        assertThat(app.seen()).isEmpty();

        // when
        app.state(AppState.RUNNING);
        RunningApp.join(sender);

        // then
        assertThat(app.seen()).containsExactly("@1[7, k]");
    }

    @Test
    void keepsTheInterruptOfASenderThatWaits() {
        app.state(AppState.WAITING);
        AtomicInteger interrupted = new AtomicInteger();
        Thread sender = RunningApp.thread(() -> {
            app.input.send(1, new Object[] {7, "k"});
            interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 2);
        });
        RunningApp.awaitBlocked(sender);

        sender.interrupt();
        app.state(AppState.RUNNING);
        RunningApp.join(sender);

        assertThat(app.seen()).hasSize(1);
        assertThat(interrupted).hasValue(1);
    }

    @Test
    void refusesSendersWhenTheApplicationDoesNotRun() {
        for (AppState state : List.of(AppState.CREATED, AppState.STOPPED, AppState.FAILED)) {
            app.state(state);

            assertThat(RunningApp.code(() -> app.input.send(7, "k"))).isEqualTo(RunError.NOT_RUNNING);
        }
        assertThat(app.seen()).isEmpty();
    }

    @Test
    void tellsAWaitingSenderWhenTheApplicationIsStopped() {
        app.state(AppState.WAITING);
        AtomicReference<ErrorCode> told = new AtomicReference<>();
        Thread sender = RunningApp.thread(() -> told.set(RunningApp.code(() -> app.input.send(7, "k"))));
        RunningApp.awaitBlocked(sender);

        app.stop();
        RunningApp.join(sender);

        assertThat(told).hasValue(RunError.NOT_RUNNING);
    }

    @Test
    void putsOffWhatACallbackSendsUntilTheStepIsOver() {
        // given: two readers, of which the first sends
        List<String> order = new ArrayList<>();
        app.junction.observe(run -> {
            order.add("first " + app.seen.size());
            if (app.seen.size() == 1) {
                app.input.send(2, new Object[] {2, "sent"});
                app.input.send(new Event[] {new Event(3, 3, "sent"), new Event(4, 4, "sent")});
            }
        });
        app.junction.add(run -> order.add("second " + app.seen.size()));

        // when
        app.input.send(1, new Object[] {1, "k"});

        // then
        assertThat(app.seen()).containsExactly("@1[1, k]", "@2[2, sent]", "@3[3, sent]", "@4[4, sent]");
        assertThat(order).containsExactly("first 1", "second 1", "first 2", "second 2", "first 4", "second 4");
    }

    @Test
    void takesTheValuesThatACallbackSendsAtOnce() {
        Object[] reused = {2, "before"};
        app.junction.observe(run -> {
            if (app.seen.size() == 1) {
                app.input.send(2, reused);
                reused[1] = "after";
            }
        });

        app.input.send(1, new Object[] {1, "k"});

        assertThat(app.seen()).containsExactly("@1[1, k]", "@2[2, before]");
    }

    @Test
    void givesTheMistakesOfACallbackBackToIt() {
        List<ErrorCode> mistakes = new ArrayList<>();
        app.junction.observe(run -> {
            if (app.seen.size() == 1) {
                mistakes.add(RunningApp.code(() -> app.input.send("too few")));
                mistakes.add(RunningApp.code(() -> app.input.send(1, new Object[] {"text", "k"})));
                app.input.send(2, new Object[] {2, "right"});
            }
        });

        app.input.send(1, new Object[] {1, "k"});

        assertThat(mistakes).containsExactly(RunError.WRONG_ARITY, RunError.WRONG_VALUE);
        assertThat(app.seen()).containsExactly("@1[1, k]", "@2[2, right]");
    }

    @Test
    void dropsWhatACallbackSentBeforeItStoppedTheApplication() {
        List<ErrorCode> mistakes = new ArrayList<>();
        app.junction.observe(run -> {
            app.input.send(2, new Object[] {2, "sent"});
            app.stop();
            mistakes.add(RunningApp.code(() -> app.input.send(3, "late")));
        });

        app.input.send(1, new Object[] {1, "k"});

        assertThat(app.seen()).containsExactly("@1[1, k]");
        assertThat(mistakes).containsExactly(RunError.NOT_RUNNING);
        assertThat(app.agent.isOwner()).isFalse();
    }

    @Test
    void gaveUpTheOwnershipWhenSendingFailed() {
        assertThat(RunningApp.code(() -> app.input.send("too few"))).isEqualTo(RunError.WRONG_ARITY);
        assertThat(app.agent.isOwner()).isFalse();

        app.input.send(1, new Object[] {1, "k"});
        assertThat(app.seen()).containsExactly("@1[1, k]");
    }

    @Test
    void takesAllEventsOfOneCallOrNone() {
        Event[] events = {new Event(1, 1, "k"), new Event(2, 2L, "wrong")};

        assertThat(RunningApp.code(() -> app.input.send(events))).isEqualTo(RunError.WRONG_VALUE);
        app.input.send(3, new Object[] {3, "k"});

        assertThat(app.seen()).containsExactly("@3[3, k]");
    }

    @Test
    void givesUntimedRowsTheTimeOfTheClock() {
        app.time.set(5_000);

        app.input.send(1, "k");

        assertThat(app.seen()).containsExactly("@5000[1, k]");
    }

    @Test
    void givesUntimedRowsTheTimeOfTheLastRowInPlayback() {
        for (boolean readsClock : new boolean[] {true, false}) {
            RunningApp playback = RunningApp.started(true, readsClock);

            playback.input.send(1, "first");
            playback.input.send(700, new Object[] {2, "k"});
            playback.input.send(600, new Object[] {3, "late"});
            playback.input.send(4, "k");

            assertThat(playback.seen()).containsExactly("@0[1, first]", "@700[2, k]", "@600[3, late]", "@700[4, k]");
        }
    }

    @Test
    void movesTheClockBeforeEachRowInPlayback() {
        RunningApp playback = RunningApp.started(true, true);
        playback.clock.timers().add(15, noting(playback), 0);

        playback.input.send(new Event[] {new Event(10, 1, "k"), new Event(20, 2, "k")});

        assertThat(playback.seen()).containsExactly("@10[1, k]", "alarm 15", "@20[2, k]");
        assertThat(playback.runs).containsExactly(1, 1);
    }

    @Test
    void isWokenForDeadlines() {
        RunningApp timed = RunningApp.started(false, true);
        timed.agent.asOwner(() -> {
            timed.clock.timers().add(2_000, noting(timed), 0);
            timed.clock.timers().add(3_000, noting(timed), 0);
            timed.agent.begin();
        });
        assertThat(timed.time.requests()).containsExactly(2_000L);

        timed.time.moveTo(2_500);
        assertThat(timed.seen()).containsExactly("alarm 2000");
        assertThat(timed.time.requests()).containsExactly(3_000L);

        timed.state(AppState.WAITING);
        timed.time.moveTo(3_500);
        assertThat(timed.seen()).containsExactly("alarm 2000");
    }

    private static TimerTarget noting(RunningApp app) {
        return new TimerTarget() {
            @Override
            public int order() {
                return 0;
            }

            @Override
            public void onAlarm(long deadline, int key) {
                app.seen.add("alarm " + deadline);
            }
        };
    }

    @Test
    void takesSymbolsAwayThatNobodyHolds() {
        for (int i = 0; i < 600_000; i++) {
            app.input.send(i, new Object[] {0, "key " + i});
        }

        assertThat(app.symbols.size()).isLessThanOrEqualTo(270_000);
        assertThat(app.seen()).hasSize(600_000).contains("@0[0, key 0]", "@599999[0, key 599999]");
    }
}
