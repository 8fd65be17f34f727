package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 50_000;

    private final Ownership ownership = new Ownership();
    private final AtomicInteger mistakes = new AtomicInteger();
    // Written by the owner.
    private int plain;

    @Test
    void isHeldByTheThreadThatTookItOnly() {
        assertThat(ownership.isHeld()).isFalse();

        ownership.acquire();

        assertThat(ownership.isHeld()).isTrue();
        RunningApp.join(RunningApp.thread(() -> mistakes.addAndGet(ownership.isHeld() ? 1 : 0)));
        assertThat(mistakes).hasValue(0);
        ownership.release();
        assertThat(ownership.isHeld()).isFalse();
    }

    @Test
    void belongsToOneOfManyThreadsAtATimeWhoKnowsIt() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(RunningApp.thread(this::takeAndGiveUp));
        }
        threads.forEach(RunningApp::join);

        assertThat(plain).isEqualTo(THREADS * ROUNDS);
        assertThat(mistakes).hasValue(0);
    }

    private void takeAndGiveUp() {
        for (int i = 0; i < ROUNDS; i++) {
            note(ownership.isHeld());
            ownership.acquire();
            plain++;
            note(!ownership.isHeld());
            ownership.release();
            note(ownership.isHeld());
        }
    }

    private void note(boolean isMistake) {
        if (isMistake) {
            mistakes.incrementAndGet();
        }
    }
}
