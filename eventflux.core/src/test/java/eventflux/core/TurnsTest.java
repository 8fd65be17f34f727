package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final long PATIENCE_MILLIS = 20;
    // Enough for who heeds an interrupt, on any machine.
    private static final long LONG_PATIENCE_MILLIS = 1_000;

    private final EngineFixture fixture = new EngineFixture();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final Turns turns = turns(PATIENCE_MILLIS);

    private Turns turns(long patienceMillis) {
        Workings workings = new Workings(fixture.engine, "app", fixture.time, fixture.engine.errors());
        return new Turns("app", workings, patienceMillis, () -> order.add("given up"));
    }

    @AfterEach
    void close() {
        end.countDown();
        fixture.close();
    }

    @Test
    void interruptABeginningWhenTheApplicationIsToLetGo() throws Exception {
        // given
        Turns patient = turns(LONG_PATIENCE_MILLIS);
        CompletableFuture<Boolean> beginning = CompletableFuture.supplyAsync(() -> {
            patient.begin(this::standUntilInterrupted);
            return Thread.interrupted();
        });
        begun.await();

        // when
        patient.letGo(() -> order.add("let go"));

        // then
        assertThat(beginning.get(20, TimeUnit.SECONDS)).isFalse();
        assertThat(order).containsExactly("interrupted", "let go");
    }

    @Test
    void refuseAllWhenABeginningHeedsNoInterruptUntilItComesBack() throws Exception {
        // given
        CompletableFuture<Void> beginning = CompletableFuture.runAsync(() -> turns.begin(this::standUntilTheEnd));
        begun.await();

        // when
        Problem first = EngineFixture.problem(() -> turns.letGo(() -> order.add("let go")));
        Throwable next = catchThrowable(() -> turns.take(() -> order.add("taken")));

        // then
        assertThat(first.code()).isEqualTo(AppError.STUCK);
        assertThat(first.message()).contains("TurnsTest.standUntilTheEnd");
        assertThat(next).isInstanceOf(EventFluxException.class);
        assertThat(order).isEmpty();

        // when
        end.countDown();
        beginning.get(20, TimeUnit.SECONDS);
        turns.letGo(() -> order.add("let go"));

        // then
        assertThat(order).containsExactly("given up", "let go");
    }

    @Test
    void interruptNoOtherChange() throws Exception {
        // given
        CompletableFuture<Boolean> change = CompletableFuture.supplyAsync(() -> {
            turns.take(this::standUntilTheEnd);
            return Thread.interrupted();
        });
        begun.await();

        // when: its patience is over, and it goes on waiting
        Thread waiting = EngineFixture.thread(() -> turns.letGo(() -> order.add("let go")));
        EngineFixture.await(() -> waiting.getState() == Thread.State.WAITING);
        end.countDown();
        waiting.join();

        // then
        assertThat(change.get(20, TimeUnit.SECONDS)).isFalse();
        assertThat(order).containsExactly("let go");
    }

    private void standUntilInterrupted() {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            order.add("interrupted");
        }
    }

    private void standUntilTheEnd() {
        begun.countDown();
        boolean isOver = false;
        boolean isInterrupted = false;
        while (!isOver) {
            try {
                end.await();
                isOver = true;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
