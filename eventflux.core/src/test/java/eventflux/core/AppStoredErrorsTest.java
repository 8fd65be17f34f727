package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import eventflux.api.spi.errors.ErrorOrigin;
import eventflux.api.spi.errors.StoredError;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppStoredErrorsTest {

    private final ShakyFixture shaking = new ShakyFixture();
    private final EngineFixture fixture = shaking.engine;
    private final Shaky shaky = shaking.sink;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void storesWhatASinkFailsOnAndReplaysItToThatSinkAlone() {
        EventFluxAppRuntime app = shaking.started("@sink(type='kept') @sink(type='shaky', on.error='STORE')");
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
        EventFluxAppRuntime app = shaking.started("@sink(type='shaky', on.error='STORE')");
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
        EventFluxAppRuntime app = shaking.startedBeside(
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
        EventFluxAppRuntime app = shaking.started("@sink(type='shaky', on.error='STORE')");
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
}
