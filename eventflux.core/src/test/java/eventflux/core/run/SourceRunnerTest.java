package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EngineOptions;
import eventflux.api.TimeSource;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.time.BackOff;
import eventflux.core.failure.FailureLog;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceRunnerTest {

    /** Each byte is a row; 13 is refused, 66 fails in the middle of a row. */
    private static final SourceMapper BYTES = (payload, offset, length, out) -> {
        for (int i = offset; i < offset + length; i++) {
            out.begin(payload[i]).setInt(0, payload[i]);
            if (payload[i] == 13) {
                throw new MappingException("thirteen", "byte " + i);
            }
            if (payload[i] == 66) {
                throw new IllegalStateException("sixty-six");
            }
            out.commit();
        }
    };

    private static final class Recorded implements Source {

        private volatile SourceOutput out;
        private final AtomicInteger stops = new AtomicInteger();

        @Override
        public void start(SourceOutput output) {
            out = output;
        }

        @Override
        public void stop() {
            stops.incrementAndGet();
        }
    }

    private static final long PATIENCE_MILLIS = 300;

    private final RunningApp app = RunningApp.started();
    private final FailureLog failures = new FailureLog("app", System.getLogger("eventflux.test"));
    private final AtomicInteger ends = new AtomicInteger();
    private final Recorded source = new Recorded();
    private final TimeSource time = new EngineOptions().timeSource();
    private final AtomicBoolean settled = new AtomicBoolean(true);
    private final SourceRunner runner = new SourceRunner(
            "source s", source, app.input, Map.of(), surroundings(BackOff.RECONNECT, ends::incrementAndGet));

    private SourceRunner.Surroundings surroundings(BackOff backOff, Runnable end) {
        return new SourceRunner.Surroundings(
                time,
                Reconnect.after(backOff),
                new ConnectionWatch("source", "s", "recorded", time, failures),
                failures,
                (where, message, place, cause) -> failures.failed(where, place, cause),
                settled::get,
                end,
                PATIENCE_MILLIS,
                new SourcePlace());
    }

    @BeforeEach
    void start() throws IOException {
        runner.start();
        runner.resume(BYTES);
    }

    private boolean message(int... bytes) {
        byte[] payload = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            payload[i] = (byte) bytes[i];
        }
        return source.out.message(payload, 0, payload.length);
    }

    @Test
    void leavesASourceBehindThatDoesNotComeBackFromItsStop() throws Exception {
        // given
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        SourceOutput[] out = new SourceOutput[1];
        SourceRunner stuck = new SourceRunner(
                "source stuck",
                new Source() {
                    @Override
                    public void start(SourceOutput output) {
                        out[0] = output;
                    }

                    @Override
                    public void stop() {
                        while (released.getCount() > 0) {
                            try {
                                released.await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                        }
                    }
                },
                app.input,
                Map.of(),
                surroundings(BackOff.RECONNECT, () -> {}));
        stuck.start();
        stuck.resume(BYTES);

        // when
        stuck.stop();

        // then
        assertThat(out[0].message(new byte[] {1}, 0, 1)).isFalse();
        out[0].rows().begin().setInt(0, 1).commit();
        out[0].flush();
        assertThat(failures.counts()).containsEntry("source stuck", 1L);
        interrupted.await();
        released.countDown();
    }

    @Test
    void reportsASourceThatFailsToStop() throws Exception {
        Source failing = new Source() {
            @Override
            public void start(SourceOutput output) {
                // nothing comes
            }

            @Override
            public void stop() {
                throw new NoClassDefFoundError("acme/Gone");
            }
        };
        SourceRunner broken = new SourceRunner(
                "source broken", failing, app.input, Map.of(), surroundings(BackOff.RECONNECT, () -> {}));
        broken.start();

        broken.stop();

        assertThat(failures.counts()).containsEntry("source broken", 1L);
    }

    @Test
    void deliversMessagesWithTheNextFlush() {
        assertThat(message(1, 2)).isTrue();
        assertThat(message(3)).isTrue();
        assertThat(app.seen()).isEmpty();

        source.out.flush();

        assertThat(app.seen()).containsExactly("@1[1, null]", "@2[2, null]", "@3[3, null]");
        assertThat(app.runs).containsExactly(3);
    }

    @Test
    void deliversByItselfWhenMuchHasGathered() {
        for (int i = 0; i < 1_000; i++) {
            message(1);
        }

        assertThat(app.seen().size()).isBetween(700, 1_000);
    }

    @Test
    void dropsOnlyTheRowThatAMapperFailsOn() {
        message(1, 13, 2);
        message(3, 66, 4);
        message(5);
        source.out.flush();

        assertThat(app.seen()).containsExactly("@1[1, null]", "@3[3, null]", "@5[5, null]");
        assertThat(failures.counts()).containsEntry("source s", 2L);
    }

    @Test
    void letsTheSourceWaitWhileItIsPaused() {
        // given
        runner.pause();
        Thread delivering = RunningApp.thread(() -> {
            message(1);
            source.out.flush();
        });
        RunningApp.awaitBlocked(delivering);
        assertThat(app.seen()).isEmpty();

        // when
        runner.resume(
                (payload, offset, length, out) -> out.begin(9).setInt(0, 99).commit());
        RunningApp.join(delivering);

        // then
        assertThat(app.seen()).containsExactly("@9[99, null]");
    }

    @Test
    void holdsBackRowsThatWereMadeBeforeThePause() {
        message(1);
        runner.pause();
        Thread flushing = RunningApp.thread(source.out::flush);
        RunningApp.awaitBlocked(flushing);
        assertThat(app.seen()).isEmpty();

        runner.resume(BYTES);
        RunningApp.join(flushing);

        assertThat(app.seen()).containsExactly("@1[1, null]");
    }

    @Test
    void waitsWithThePauseUntilTheDeliveryAtHandIsOver() {
        // given: a delivery that waits for the application
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        app.junction.observe(run -> {
            inside.countDown();
            RunningApp.await(() -> goOn.getCount() == 0);
        });
        Thread delivering = RunningApp.thread(() -> {
            message(1);
            source.out.flush();
        });
        RunningApp.await(() -> inside.getCount() == 0);

        // when
        AtomicBoolean paused = new AtomicBoolean();
        Thread pausing = RunningApp.thread(() -> {
            runner.pause();
            paused.set(true);
        });
        RunningApp.await(() -> pausing.getState() == Thread.State.BLOCKED);
        assertThat(paused).isFalse();
        goOn.countDown();
        RunningApp.join(delivering);
        RunningApp.join(pausing);

        // then
        assertThat(paused).isTrue();
    }

    @Test
    void turnsAwayWhoWaitsWhenItIsStopped() {
        runner.pause();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread delivering = RunningApp.thread(() -> goesOn.set(message(1)));
        RunningApp.awaitBlocked(delivering);

        runner.stop();
        RunningApp.join(delivering);

        assertThat(goesOn).isFalse();
        assertThat(source.stops).hasValue(1);
        assertThat(app.seen()).isEmpty();
    }

    @Test
    void takesNothingAfterItWasStopped() {
        runner.stop();

        assertThat(message(1)).isFalse();
        source.out.flush();

        assertThat(app.seen()).isEmpty();
    }

    @Test
    void countsRowsThatTheApplicationRefuses() {
        message(1);
        app.state(AppState.FAILED);

        source.out.flush();

        assertThat(failures.counts()).containsEntry("source s", 1L);
    }

    @Test
    void tellsOfTheEndOnce() {
        message(1);

        source.out.endOfInput();
        source.out.endOfInput();
        source.out.failed(new IOException("broken"));

        assertThat(ends).hasValue(1);
        assertThat(runner.hasEnded()).isTrue();
        assertThat(app.seen()).containsExactly("@1[1, null]");
    }

    @Test
    void isAtItsEndWhenItsConnectionBreaks() {
        source.out.failed(new IOException("broken"));

        assertThat(ends).hasValue(1);
        assertThat(failures.counts()).containsEntry("source s", 1L);
    }

    @Test
    void setsColumnsFromTheAttributesOfAMessage() throws IOException {
        // given: the second column takes an attribute, so the mapper sees the first alone
        SourceRunner attributed = new SourceRunner(
                "source t",
                source,
                app.input,
                Map.of(app.input.schema().column(1).name(), "key"),
                surroundings(BackOff.RECONNECT, () -> {}));
        attributed.start();
        attributed.resume(BYTES);

        // when
        source.out.message(new byte[] {1, 2}, 0, 2, name -> Optional.of(name + "!"));
        source.out.message(new byte[] {3}, 0, 1, name -> Optional.empty());
        source.out.flush();

        // then
        assertThat(app.seen()).containsExactly("@1[1, key!]", "@2[2, key!]", "@3[3, null]");
    }

    @Test
    void settlesWhenTheRowsAreInAndTheSinksAgree() {
        message(1);
        assertThat(source.out.settle()).isTrue();
        assertThat(app.seen()).containsExactly("@1[1, null]");

        settled.set(false);
        assertThat(source.out.settle()).isFalse();
    }

    @Test
    void doesNotSettleWhatTheApplicationRefused() {
        message(1);
        app.state(AppState.FAILED);

        assertThat(source.out.settle()).isFalse();
    }

    /** A source may ask more than once before it hears that it is to stop. */
    @Test
    void doesNotSettleAnyMoreOnceItHasTurnedRowsAway() throws IOException {
        // given: rows that wait for the application
        message(1);
        runner.pause();
        AtomicBoolean isSettled = new AtomicBoolean(true);
        Thread settling = RunningApp.thread(() -> isSettled.set(source.out.settle()));
        RunningApp.awaitBlocked(settling);

        // when
        runner.stop();
        RunningApp.join(settling);

        // then
        assertThat(isSettled).isFalse();
        assertThat(source.out.settle()).isFalse();
        runner.start();
        runner.resume(BYTES);
        message(2);
        assertThat(source.out.settle()).isTrue();
        assertThat(app.seen()).containsExactly("@2[2, null]");
    }

    @Test
    void startsASourceAgainThatLostItsConnection() throws IOException {
        // given: a source that cannot be reached twice before it is back
        AtomicInteger starts = new AtomicInteger();
        CountDownLatch back = new CountDownLatch(1);
        Source shaky = new Source() {

            @Override
            public void start(SourceOutput out) throws IOException {
                int count = starts.incrementAndGet();
                if (count == 1) {
                    out.disconnected(new IOException("gone"));
                } else if (count < 4) {
                    throw new IOException("still gone");
                } else {
                    back.countDown();
                }
            }

            @Override
            public void stop() {}
        };
        BackOff quick = new BackOff(BackOff.Growth.FIXED, 1, 1, 0);

        // when
        SourceRunner again = new SourceRunner("source u", shaky, app.input, Map.of(), surroundings(quick, () -> {}));
        again.start();
        again.resume(BYTES);
        RunningApp.await(() -> back.getCount() == 0);
        again.stop();

        // then
        assertThat(starts).hasValue(4);
        assertThat(failures.counts()).containsEntry("source u", 3L);
        assertThat(again.hasEnded()).isFalse();
    }
}
