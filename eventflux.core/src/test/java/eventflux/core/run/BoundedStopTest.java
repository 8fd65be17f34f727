package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.failure.FailureLog;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BoundedStopTest {

    private static final long PATIENCE_SECONDS = 30;

    private final FailureLog failures = new FailureLog("app", System.getLogger("eventflux.test"));

    @Test
    void returnsWhenItHasStopped() {
        AtomicBoolean stopped = new AtomicBoolean();

        new BoundedStop(failures, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))
                .run("sink Out", "its end", () -> stopped.set(true));

        assertThat(stopped).isTrue();
        assertThat(failures.counts()).isEmpty();
    }

    @Test
    void reportsWhatItThrows() {
        BoundedStop stop = new BoundedStop(failures, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));

        stop.run("sink Out", "its end", () -> {
            throw new IOException("gone");
        });
        stop.run("sink Out", "its end", () -> {
            throw new NoClassDefFoundError("acme/Gone");
        });

        assertThat(failures.counts()).containsEntry("sink Out", 2L);
    }

    @Test
    void leavesBehindAndInterruptsWhatDoesNotComeBack() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        new BoundedStop(failures, 20).run("sink Out", "its end", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });

        assertThat(failures.counts()).containsEntry("sink Out", 1L);
        assertThat(interrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
