package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eventflux.api.AppState;
import eventflux.api.ConnectionStatus;
import eventflux.api.ConnectionStatus.State;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.api.spi.errors.ErrorOrigin;
import eventflux.api.spi.errors.StoredError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppFailuresTest {

    private static final String COLUMNS = " define stream S (n long, key string);\n";
    private static final String LETTERS = "define stream Letters (originalEvent string, errorMessage string,"
            + " errorType string, timestamp long, attemptCount int, streamName string);\n";

    private final EngineFixture fixture = new EngineFixture();
    private final Shaky shaky = new Shaky();

    @BeforeEach
    void register() {
        fixture.register(shaky);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime started(String sink) {
        return startedBeside("", sink);
    }

    private EventFluxAppRuntime startedBeside(String others, String sink) {
        EventFluxAppRuntime app = fixture.engine.deploy("app", others + sink + COLUMNS);
        app.start();
        return app;
    }

    private static CompletableFuture<Void> sending(EventFluxAppRuntime app, long n) {
        return CompletableFuture.runAsync(() -> EngineFixture.send(app, n, n, "k"));
    }

    private void turnTo(long millis) {
        EngineFixture.await(() -> fixture.time.requests().contains(millis));
        fixture.time.moveTo(millis);
    }

    private static void join(CompletableFuture<Void> future) throws Exception {
        future.get(20, TimeUnit.SECONDS);
    }

    @Test
    void dropsWhatDoesNotGetThroughUnlessToldOtherwise() {
        EventFluxAppRuntime app = started("@sink(type='shaky')");
        shaky.away.add("a");

        EngineFixture.send(app, 1, 1L, "k");
        shaky.away.clear();
        EngineFixture.send(app, 2, 2L, "k");

        assertThat(shaky.taken).containsExactly("a @2[2, k]");
        assertThat(app.statistics().errors()).containsEntry("sink S", 1L);
    }

    @Test
    void triesAgainAfterPausesThatGrow() throws Exception {
        EventFluxAppRuntime app = started("@sink(type='shaky', on.error='RETRY', error.retry.initial-delay='100ms')");
        shaky.away.add("a");

        CompletableFuture<Void> sent = sending(app, 1);
        turnTo(1_100);
        turnTo(1_300);
        EngineFixture.await(() -> fixture.time.requests().contains(1_700L));
        assertThat(sent).isNotDone();
        shaky.away.clear();
        fixture.time.moveTo(1_700);
        join(sent);

        assertThat(shaky.taken).containsExactly("a @1[1, k]");
        assertThat(shaky.tries).hasValue(4);
        assertThat(app.statistics().errors()).isEmpty();
    }

    @Test
    void makesADeadLetterOfWhatIsStillNotThroughAfterAllTries() throws Exception {
        EventFluxAppRuntime app = startedBeside(
                LETTERS,
                "@sink(type='shaky', error.strategy='dlq', error.dlq.stream='Letters', error.retry.max-attempts='2',"
                        + " error.retry.backoff='fixed', error.retry.initial-delay='50')");
        List<String> letters = EngineFixture.events(app, "Letters");
        shaky.away.add("a");

        CompletableFuture<Void> sent = sending(app, 1);
        turnTo(1_050);
        turnTo(1_100);
        join(sent);

        assertThat(letters).containsExactly("@1[{\"n\":1,\"key\":\"k\"}, a is away, IOException, 1, 3, S]");
    }

    @Test
    void doesNotTryAgainWhatIsRefused() {
        EventFluxAppRuntime app = started("@sink(type='shaky', on.error='WAIT')");
        shaky.refused.add("@1[1, k]");

        EngineFixture.send(app, 1, 1L, "k");

        assertThat(shaky.tries).hasValue(1);
        assertThat(app.statistics().errors()).containsEntry("sink S", 1L);
    }

    @Test
    void waitsUntilTheOutsideIsBack() throws Exception {
        EventFluxAppRuntime app = started(
                "@sink(type='shaky', on.error='WAIT', error.retry.backoff='linear', error.retry.initial-delay='1"
                        + " sec')");
        shaky.away.add("a");

        CompletableFuture<Void> sent = sending(app, 1);
        turnTo(2_000);
        turnTo(4_000);
        // It has been tried at that time, too, before the outside comes back.
        EngineFixture.await(() -> fixture.time.requests().contains(7_000L));
        assertThat(app.connections())
                .extracting(ConnectionStatus::name, ConnectionStatus::state, ConnectionStatus::lastError)
                .containsExactly(tuple("S", State.RECONNECTING, "a is away"));
        shaky.away.clear();
        turnTo(7_000);
        join(sent);

        assertThat(shaky.taken).containsExactly("a @1[1, k]");
        assertThat(app.connections()).extracting(ConnectionStatus::state).containsExactly(State.CONNECTED);
    }

    @Test
    void waitsNoLongerWhenItIsStopped() throws Exception {
        EventFluxAppRuntime app = started("@sink(type='shaky', on.error='WAIT')");
        shaky.away.add("a");

        CompletableFuture<Void> sent = sending(app, 1);
        EngineFixture.await(() -> shaky.tries.get() == 1 && fixture.wakes() > 0);
        app.shutdown();
        join(sent);

        assertThat(app.state()).isEqualTo(AppState.STOPPED);
    }

    @Test
    void putsWhatASinkFailsOnIntoTheFaultStream() {
        EventFluxAppRuntime app = started("@sink(type='shaky', on.error='STREAM')");
        List<String> faults = EngineFixture.events(app, "!S");
        shaky.away.add("a");

        EngineFixture.send(app, 1, 1L, "k");

        assertThat(faults).containsExactly("@1[1, k, a is away]");
    }

    @Test
    void storesWhatASinkFailsOnAndReplaysItToThatSinkAlone() {
        EventFluxAppRuntime app = started("@sink(type='kept') @sink(type='shaky', on.error='STORE')");
        shaky.away.add("a");
        EngineFixture.send(app, 1, 1L, "k");
        EngineFixture.send(app, 2, null, "l");

        List<StoredError> stored = app.storedErrors().list(0, 10);
        assertThat(stored)
                .extracting(StoredError::origin, StoredError::endpoint, StoredError::shown, StoredError::message)
                .containsExactly(
                        tuple(ErrorOrigin.SINK, "S#2", "{\"n\":1,\"key\":\"k\"}", "a is away"),
                        tuple(ErrorOrigin.SINK, "S#2", "{\"n\":null,\"key\":\"l\"}", "a is away"));
        shaky.away.clear();
        int replayed = app.storedErrors().replayAll();

        assertThat(replayed).isEqualTo(2);
        assertThat(shaky.taken).containsExactly("a @1[1, k]", "a @2[null, l]");
        assertThat(fixture.kept.log).containsExactly("start", "@1[1, k]", "@2[null, l]");
        assertThat(app.storedErrors().count()).isZero();
    }

    @Test
    void storesAnewWhatFailsOnceMore() {
        EventFluxAppRuntime app = started("@sink(type='shaky', on.error='STORE')");
        shaky.away.add("a");
        EngineFixture.send(app, 1, 1L, "k");
        long number = app.storedErrors().list(0, 10).get(0).number();

        app.storedErrors().replay(number);

        assertThat(app.storedErrors().list(0, 10))
                .extracting(StoredError::number)
                .containsExactly(number + 1);
        assertThatThrownBy(() -> app.storedErrors().replay(number)).isInstanceOf(EventFluxException.class);
    }

    @Test
    void storesWhatAQueryFailsOnAndReplaysItIntoTheStream() {
        EventFluxAppRuntime app = startedBeside(
                "",
                "@OnError(action='STORE') define stream T (n long);\n"
                        + "from T select no13(n) as t insert into Numbers;\n"
                        + "@sink(type='kept') ");
        List<String> seen = EngineFixture.events(app, "T");
        app.inputHandler("T").send(1, new Object[] {12L});
        app.inputHandler("T").send(2, new Object[] {13L});

        List<StoredError> stored = app.storedErrors().list(0, 10);
        stored.forEach(error -> app.storedErrors().replay(error.number()));

        assertThat(stored).extracting(StoredError::origin).containsExactly(ErrorOrigin.STREAM);
        assertThat(seen).containsExactly("@1[12]", "@2[13]", "@2[13]");
    }

    @Test
    void purgesWhatIsOld() {
        EventFluxAppRuntime app = started("@sink(type='shaky', on.error='STORE')");
        shaky.away.add("a");
        EngineFixture.send(app, 1, 1L, "k");
        fixture.time.moveTo(5_000);
        EngineFixture.send(app, 2, 2L, "k");

        assertThat(app.storedErrors().purge(5_000)).isEqualTo(1);

        assertThat(app.storedErrors().list(0, 10))
                .extracting(StoredError::timeMillis)
                .containsExactly(5_000L);
        long left = app.storedErrors().list(0, 10).get(0).number();
        assertThat(app.storedErrors().discard(left)).isTrue();
        assertThat(app.storedErrors().discard(left)).isFalse();
    }

    @Test
    void stopsTheApplicationWhereThePolicySaysSo() {
        EventFluxAppRuntime app = started("@sink(type='shaky', on.error='FAIL')");
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
        EventFluxAppRuntime app = started("@source(type='hand') @sink(type='shaky', on.error='FAIL')");
        CompletableFuture<Void> completion = app.completion().toCompletableFuture();
        shaky.away.add("a");

        fixture.hand.deliver(0, 1);
        fixture.hand.started.get(0).endOfInput();

        assertThatThrownBy(() -> join(completion))
                .cause()
                .isInstanceOfSatisfying(
                        EventFluxException.class,
                        e -> assertThat(e.problems().get(0).code().code()).isEqualTo("policy-demands-end"));
    }

    @Test
    void failsAtTheStartWhenASinkIsAwayUnlessItIsNotRequired() {
        shaky.away.add("a");
        assertThatThrownBy(() -> started("@sink(type='shaky')")).isInstanceOf(EventFluxException.class);
        fixture.engine.appRuntime("app").orElseThrow().close();

        EventFluxAppRuntime app = started("@sink(type='shaky', connection.required='false', reconnect.jitter='0',"
                + " reconnect.initial-delay='200')");
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        EngineFixture.send(app, 1, 1L, "k");
        shaky.away.clear();
        turnTo(1_200);
        EngineFixture.await(() -> app.connections().get(0).state() == State.CONNECTED);
        EngineFixture.send(app, 2, 2L, "k");

        assertThat(shaky.taken).containsExactly("a @2[2, k]");
    }

    /** A client that sends by itself takes rows long after its server has gone. */
    @Test
    void showsThatASinkIsLostWhichOnlyTakesRows() {
        // given
        EventFluxAppRuntime app = started("@sink(type='shaky', reconnect.jitter='0', reconnect.initial-delay='1 sec')");
        shaky.stuck.add("a");
        EngineFixture.send(app, 1, 1L, "k");

        // when
        turnTo(1_100);
        EngineFixture.await(() -> app.connections().get(0).state() == State.RECONNECTING);
        EngineFixture.send(app, 2, 2L, "k");

        // then
        assertThat(app.connections()).extracting(ConnectionStatus::state).containsExactly(State.RECONNECTING);
        shaky.stuck.clear();
        turnTo(2_100);
        EngineFixture.await(() -> app.connections().get(0).state() == State.CONNECTED);
        assertThat(shaky.taken).containsExactly("a @1[1, k]", "a @2[2, k]");
    }

    @Test
    void leavesASinkAloneWhenTheCircuitIsBroken() {
        EventFluxAppRuntime app =
                started("@sink(type='shaky', circuit-breaker.failures='2', circuit-breaker.recovery='10 sec')");
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
        EventFluxAppRuntime app = started("@source(type='hand') @sink(type='shaky', on.error='WAIT')");
        shaky.away.add("a");
        CompletableFuture<Boolean> settled = CompletableFuture.supplyAsync(() -> {
            fixture.hand.deliver(0, 1);
            return fixture.hand.started.get(0).settle();
        });
        EngineFixture.await(() -> shaky.tries.get() == 1);

        app.shutdown();

        assertThat(settled.get(20, TimeUnit.SECONDS)).isFalse();
    }

    /** Sends to the first that can be reached. */
    @Extension(kind = ExtensionKind.DISTRIBUTION, name = "first", description = "Sends to the first that is up.")
    private static final class First implements DistributionFactory {

        @Override
        public Distribution create(DistributionContext context) {
            return (row, destinations, chosen) -> {
                for (int i = 0; i < destinations.count(); i++) {
                    if (destinations.isUp(i)) {
                        chosen.add(i);
                        return;
                    }
                }
            };
        }
    }

    /** Sends to all. */
    @Extension(kind = ExtensionKind.DISTRIBUTION, name = "every", description = "Sends to all.")
    private static final class Every implements DistributionFactory {

        @Override
        public Distribution create(DistributionContext context) {
            return (row, destinations, chosen) -> {
                for (int i = 0; i < destinations.count(); i++) {
                    chosen.add(i);
                }
            };
        }
    }

    private static String spread(String strategy, String care) {
        return "@sink(type='shaky', reconnect.jitter='0', " + care + "@distribution(strategy='" + strategy
                + "', @destination(to='a'), @destination(to='b')))";
    }

    @Test
    void sendsToAnotherDestinationWhileOneIsLostAndComesBackToIt() {
        fixture.register(new First());
        EventFluxAppRuntime app = started(spread("first", ""));
        EngineFixture.send(app, 1, 1L, "k");
        shaky.away.add("a");
        EngineFixture.send(app, 2, 2L, "k");
        EngineFixture.send(app, 3, 3L, "k");
        assertThat(shaky.tries).hasValue(4);
        assertThat(app.connections())
                .extracting(ConnectionStatus::name, ConnectionStatus::state)
                .containsExactly(tuple("S@1", State.RECONNECTING), tuple("S@2", State.CONNECTED));

        shaky.away.clear();
        fixture.time.moveTo(1_500);
        EngineFixture.send(app, 4, 4L, "k");

        assertThat(shaky.taken).containsExactly("a @1[1, k]", "b @2[2, k]", "b @3[3, k]", "a @4[4, k]");
        assertThat(app.statistics().errors()).isEmpty();
    }

    @Test
    void waitsForAnyDestinationWhenAllAreLost() throws Exception {
        fixture.register(new First());
        EventFluxAppRuntime app = started(spread("first", "on.error='WAIT', error.retry.initial-delay='1 sec', "));
        shaky.away.addAll(List.of("a", "b"));

        CompletableFuture<Void> sent = sending(app, 1);
        EngineFixture.await(() -> fixture.time.requests().contains(2_000L));
        shaky.away.remove("b");
        turnTo(2_000);
        join(sent);

        assertThat(shaky.taken).containsExactly("b @1[1, k]");
    }

    @Test
    void deliversToEachOfSeveralDestinationsByItself() {
        fixture.register(new Every());
        EventFluxAppRuntime app = started(spread("every", "on.error='STORE', "));
        shaky.away.add("a");

        EngineFixture.send(app, 1, 1L, "k");

        assertThat(shaky.taken).containsExactly("b @1[1, k]");
        assertThat(app.storedErrors().list(0, 10))
                .extracting(StoredError::message)
                .containsExactly("a is away");
    }
}
