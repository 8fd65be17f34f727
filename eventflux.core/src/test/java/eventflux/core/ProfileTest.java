package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.acme.SlowWindow;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.TimeShare;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Duration SHORT = Duration.ofMillis(40);

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void namesTheExtensionThatIsAtWorkAndItsProvider() throws InterruptedException {
        // given
        SlowWindow slow = new SlowWindow();
        fixture.register(slow);
        EventFluxAppRuntime app = fixture.app("from S#window.slow() select n insert into Out;");
        app.start();
        Thread sender = new Thread(() -> EngineFixture.send(app, 1, 1, "a"));
        sender.start();
        slow.awaitWork();

        // when
        List<TimeShare> profile = app.profile(SHORT);

        // then
        assertThat(profile).singleElement().satisfies(part -> {
            assertThat(part.place()).endsWith("SlowWindow.work");
            assertThat(part.provider()).isEqualTo("test 1.0.0");
            assertThat(part.share()).isEqualTo(1.0);
        });
        slow.end();
        sender.join();
    }

    @Test
    void saysWhenThereIsNothingToDo() {
        EventFluxAppRuntime app = fixture.app("from S select n insert into Out;");
        app.start();

        assertThat(app.profile(SHORT)).containsExactly(new TimeShare("nothing to do", "", 1.0));
    }
}
