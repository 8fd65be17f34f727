package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eventflux.api.ConnectionStatus;
import eventflux.api.ConnectionStatus.State;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.api.spi.errors.StoredError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppDestinationsTest {

    private final ShakyFixture shaking = new ShakyFixture();
    private final EngineFixture fixture = shaking.engine;
    private final Shaky shaky = shaking.sink;

    @AfterEach
    void close() {
        fixture.close();
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
        EventFluxAppRuntime app = shaking.started(spread("first", ""));
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
        EventFluxAppRuntime app =
                shaking.started(spread("first", "on.error='WAIT', error.retry.initial-delay='1 sec', "));
        shaky.away.addAll(List.of("a", "b"));

        CompletableFuture<Void> sent = ShakyFixture.sending(app, 1);
        EngineFixture.await(() -> fixture.time.requests().contains(2_000L));
        shaky.away.remove("b");
        shaking.turnTo(2_000);
        ShakyFixture.join(sent);

        assertThat(shaky.taken).containsExactly("b @1[1, k]");
    }

    @Test
    void deliversToEachOfSeveralDestinationsByItself() {
        fixture.register(new Every());
        EventFluxAppRuntime app = shaking.started(spread("every", "on.error='STORE', "));
        shaky.away.add("a");

        EngineFixture.send(app, 1, 1L, "k");

        assertThat(shaky.taken).containsExactly("b @1[1, k]");
        assertThat(app.storedErrors().list(0, 10))
                .extracting(StoredError::message)
                .containsExactly("a is away");
    }
}
