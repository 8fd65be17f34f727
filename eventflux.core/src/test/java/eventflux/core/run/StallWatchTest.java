package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.failure.FailureLog;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StallWatchTest {

    private static final long AT_ONCE = 0;
    private static final long PATIENT = 60_000;

    private final RunningApp app = RunningApp.started();
    private final FailureLog failures = new FailureLog("app", System.getLogger("eventflux.core.run.StallWatchTest"));
    private final StallWatch stalls = new StallWatch(app.agent, failures);
    private final CountDownLatch stands = new CountDownLatch(1);
    private volatile boolean isToEnd;
    private Thread owner;

    @AfterEach
    void end() {
        isToEnd = true;
        RunningApp.join(owner);
    }

    private void own(Runnable call) throws InterruptedException {
        owner = RunningApp.thread(() -> app.agent.asOwner(call));
        stands.await();
    }

    private void spin() {
        stands.countDown();
        while (!isToEnd) {
            Thread.onSpinWait();
        }
    }

    private void sleepUntilInterrupted() {
        stands.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void namesTheCallThatHeedsNoInterrupt() throws InterruptedException {
        // given
        own(this::spin);

        // when
        StallWatch.Stall stall = stalls.hurry(AT_ONCE, AT_ONCE).orElseThrow();

        // then
        assertThat(stall.place()).contains("StallWatchTest.spin");
        assertThat(stalls.lost()).isPresent();
        assertThat(stalls.hurry(PATIENT, PATIENT)).isPresent();
    }

    @Test
    void leavesAStopAloneThatReportsItself() throws InterruptedException {
        // given
        own(() -> new BoundedStop(failures, PATIENT).run("sink s", "its end", this::spin));

        // when
        stalls.look(0);
        stalls.look(60_000);

        // then
        assertThat(stalls.present()).isEmpty();
    }

    @Test
    void forgetsACallThatCameBackAfterAll() throws InterruptedException {
        // given
        own(this::spin);
        stalls.hurry(AT_ONCE, AT_ONCE);

        // when
        isToEnd = true;
        RunningApp.join(owner);

        // then
        assertThat(stalls.lost()).isEmpty();
        assertThat(stalls.hurry(PATIENT, PATIENT)).isEmpty();
    }

    @Test
    void letsGoWhoHeedsAnInterrupt() throws InterruptedException {
        own(this::sleepUntilInterrupted);

        assertThat(stalls.hurry(AT_ONCE, PATIENT)).isEmpty();
        assertThat(stalls.lost()).isEmpty();
    }
}
