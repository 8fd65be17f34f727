package eventflux.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTimeSourceTest {

    private static final long PATIENCE_SECONDS = 30;

    @Test
    void wakesOthersWhileSomeDoNotComeBack() throws InterruptedException {
        // given
        TimeSource time = SystemTimeSource.create();
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            CountDownLatch stands = new CountDownLatch(1);
            time.wakeAt(0, () -> {
                stands.countDown();
                awaitUninterrupted(end);
            });
            assertThat(stands.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }

        // when
        CountDownLatch woken = new CountDownLatch(1);
        time.wakeAt(0, woken::countDown);

        // then
        assertThat(woken.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        end.countDown();
    }

    private static void awaitUninterrupted(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
