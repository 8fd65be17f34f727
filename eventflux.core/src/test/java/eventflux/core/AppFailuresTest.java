package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eventflux.api.AppState;
import eventflux.api.ConnectionStatus;
import eventflux.api.ConnectionStatus.State;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppFailuresTest {

    private static final String LETTERS = "define stream Letters (originalEvent string, errorMessage string,"
            + " errorType string, timestamp long, attemptCount int, streamName string);\n";

    private final ShakyFixture shaking = new ShakyFixture();
    private final EngineFixture fixture = shaking.engine;
    private final Shaky shaky = shaking.sink;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void dropsWhatDoesNotGetThroughUnlessToldOtherwise() {
        EventFluxAppRuntime app = shaking.started("@sink(type='shaky')");
        shaky.away.add("a");

        EngineFixture.send(app, 1, 1L, "k");
        shaky.away.clear();
        EngineFixture.send(app, 2, 2L, "k");

        assertThat(shaky.taken).containsExactly("a @2[2, k]");
        assertThat(app.statistics().errors()).containsEntry("sink S", 1L);
    }

    @Test
    void triesAgainAfterPausesThatGrow() throws Exception {
        EventFluxAppRuntime app =
                shaking.started("@sink(type='shaky', on.error='RETRY', error.retry.initial-delay='100ms')");
        shaky.away.add("a");

        CompletableFuture<Void> sent = ShakyFixture.sending(app, 1);
        shaking.turnTo(1_100);
        shaking.turnTo(1_300);
        EngineFixture.await(() -> fixture.time.requests().contains(1_700L));
        assertThat(sent).isNotDone();
        shaky.away.clear();
        fixture.time.moveTo(1_700);
        ShakyFixture.join(sent);

        assertThat(shaky.taken).containsExactly("a @1[1, k]");
        assertThat(shaky.tries).hasValue(4);
        assertThat(app.statistics().errors()).isEmpty();
    }

    @Test
    void makesADeadLetterOfWhatIsStillNotThroughAfterAllTries() throws Exception {
        EventFluxAppRuntime app = shaking.startedBeside(
                LETTERS,
                "@sink(type='shaky', error.strategy='dlq', error.dlq.stream='Letters', error.retry.max-attempts='2',"
                        + " error.retry.backoff='fixed', error.retry.initial-delay='50')");
        List<String> letters = EngineFixture.events(app, "Letters");
        shaky.away.add("a");

        CompletableFuture<Void> sent = ShakyFixture.sending(app, 1);
        shaking.turnTo(1_050);
        shaking.turnTo(1_100);
        ShakyFixture.join(sent);

        assertThat(letters).containsExactly("@1[{\"n\":1,\"key\":\"k\"}, a is away, IOException, 1, 3, S]");
    }

    @Test
    void doesNotTryAgainWhatIsRefused() {
        EventFluxAppRuntime app = shaking.started("@sink(type='shaky', on.error='WAIT')");
        shaky.refused.add("@1[1, k]");

        EngineFixture.send(app, 1, 1L, "k");

        assertThat(shaky.tries).hasValue(1);
        assertThat(app.statistics().errors()).containsEntry("sink S", 1L);
    }

    @Test
    void waitsUntilTheOutsideIsBack() throws Exception {
        EventFluxAppRuntime app = shaking.started(
                "@sink(type='shaky', on.error='WAIT', error.retry.backoff='linear', error.retry.initial-delay='1"
                        + " sec')");
        shaky.away.add("a");

        CompletableFuture<Void> sent = ShakyFixture.sending(app, 1);
        shaking.turnTo(2_000);
        shaking.turnTo(4_000);
        // It has been tried at that time, too, before the outside comes back.
        EngineFixture.await(() -> fixture.time.requests().contains(7_000L));
        assertThat(app.connections())
                .extracting(ConnectionStatus::name, ConnectionStatus::state, ConnectionStatus::lastError)
                .containsExactly(tuple("S", State.RECONNECTING, "a is away"));
        shaky.away.clear();
        shaking.turnTo(7_000);
        ShakyFixture.join(sent);

        assertThat(shaky.taken).containsExactly("a @1[1, k]");
        assertThat(app.connections()).extracting(ConnectionStatus::state).containsExactly(State.CONNECTED);
    }

    @Test
    void waitsNoLongerWhenItIsStopped() throws Exception {
        EventFluxAppRuntime app = shaking.started("@sink(type='shaky', on.error='WAIT')");
        shaky.away.add("a");

        CompletableFuture<Void> sent = ShakyFixture.sending(app, 1);
        EngineFixture.await(() -> shaky.tries.get() == 1 && fixture.wakes() > 0);
        app.shutdown();
        ShakyFixture.join(sent);

        assertThat(app.state()).isEqualTo(AppState.STOPPED);
    }

    @Test
    void putsWhatASinkFailsOnIntoTheFaultStream() {
        EventFluxAppRuntime app = shaking.started("@sink(type='shaky', on.error='STREAM')");
        List<String> faults = EngineFixture.events(app, "!S");
        shaky.away.add("a");

        EngineFixture.send(app, 1, 1L, "k");

        assertThat(faults).containsExactly("@1[1, k, a is away]");
    }

    @Test
    void stopsTheApplicationWhereThePolicySaysSo() {
        EventFluxAppRuntime app = shaking.started("@sink(type='shaky', on.error='FAIL')");
        shaky.away.add("a");

        EngineFixture.send(app, 1, 1L, "k");

        assertThat(app.state()).isEqualTo(AppState.FAILED);
        EngineFixture.await(() -> !app.problems().isEmpty());
        assertThat(app.problems()).extracting(problem -> problem.code().code()).containsExactly("policy-demands-end");
        assertThatThrownBy(() -> EngineFixture.send(app, 2, 2L, "k")).isInstanceOf(EventFluxException.class);
        shaky.away.clear();
        app.start();
        EngineFixture.send(app, 3, 3L, "k");
        assertThat(shaky.taken).containsExactly("a @3[3, k]");
    }

    @Test
    void doesNotCompleteAsIfAllHadGoneWellWhenAPolicyHasEndedIt() {
        EventFluxAppRuntime app = shaking.started("@source(type='hand') @sink(type='shaky', on.error='FAIL')");
        CompletableFuture<Void> completion = app.completion().toCompletableFuture();
        shaky.away.add("a");

        fixture.hand.deliver(0, 1);
        fixture.hand.started.get(0).endOfInput();

        assertThatThrownBy(() -> ShakyFixture.join(completion))
                .cause()
                .isInstanceOfSatisfying(
                        EventFluxException.class,
                        e -> assertThat(e.problems().get(0).code().code()).isEqualTo("policy-demands-end"));
    }

    @Test
    void failsAtTheStartWhenASinkIsAwayUnlessItIsNotRequired() {
        shaky.away.add("a");
        assertThatThrownBy(() -> shaking.started("@sink(type='shaky')"))
                .isInstanceOf(EventFluxException.class)
                .hasMessageContaining("connection.required = 'false'");
        fixture.engine.appRuntime("app").orElseThrow().close();

        EventFluxAppRuntime app =
                shaking.started("@sink(type='shaky', connection.required='false', reconnect.jitter='0',"
                        + " reconnect.initial-delay='200')");
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        EngineFixture.send(app, 1, 1L, "k");
        shaky.away.clear();
        shaking.turnTo(1_200);
        EngineFixture.await(() -> app.connections().get(0).state() == State.CONNECTED);
        EngineFixture.send(app, 2, 2L, "k");

        assertThat(shaky.taken).containsExactly("a @2[2, k]");
    }

    /** A client that sends by itself takes rows long after its server has gone. */
    @Test
    void showsThatASinkIsLostWhichOnlyTakesRows() {
        // given
        EventFluxAppRuntime app =
                shaking.started("@sink(type='shaky', reconnect.jitter='0', reconnect.initial-delay='1 sec')");
        shaky.stuck.add("a");
        EngineFixture.send(app, 1, 1L, "k");

        // when
        shaking.turnTo(1_100);
        EngineFixture.await(() -> app.connections().get(0).state() == State.RECONNECTING);
        EngineFixture.send(app, 2, 2L, "k");

        // then
        assertThat(app.connections()).extracting(ConnectionStatus::state).containsExactly(State.RECONNECTING);
        shaky.stuck.clear();
        shaking.turnTo(2_100);
        EngineFixture.await(() -> app.connections().get(0).state() == State.CONNECTED);
        assertThat(shaky.taken).containsExactly("a @1[1, k]", "a @2[2, k]");
    }

    @Test
    void leavesASinkAloneWhenTheCircuitIsBroken() {
        EventFluxAppRuntime app =
                shaking.started("@sink(type='shaky', circuit-breaker.failures='2', circuit-breaker.recovery='10 sec')");
        shaky.away.add("a");
        for (long n = 1; n <= 5; n++) {
            EngineFixture.send(app, n, n, "k");
        }
        assertThat(shaky.tries).hasValue(2);
        assertThat(app.connections()).extracting(ConnectionStatus::state).containsExactly(State.BROKEN_CIRCUIT);

        shaky.away.clear();
        fixture.time.moveTo(11_000);
        EngineFixture.send(app, 6, 6L, "k");
        EngineFixture.send(app, 7, 7L, "k");

        assertThat(shaky.taken).containsExactly("a @6[6, k]", "a @7[7, k]");
        assertThat(app.statistics().errors()).containsEntry("sink S", 5L);
    }

    @Test
    void tellsASourceThatWhatWasLetGoIsNotSettled() throws Exception {
        EventFluxAppRuntime app = shaking.started("@source(type='hand') @sink(type='shaky', on.error='WAIT')");
        shaky.away.add("a");
        CompletableFuture<Boolean> settled = CompletableFuture.supplyAsync(() -> {
            fixture.hand.deliver(0, 1);
            return fixture.hand.started.get(0).settle();
        });
        EngineFixture.await(() -> shaky.tries.get() == 1);

        app.shutdown();

        assertThat(settled.get(20, TimeUnit.SECONDS)).isFalse();
    }
}
