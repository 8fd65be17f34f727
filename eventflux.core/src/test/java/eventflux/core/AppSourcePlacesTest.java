package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EngineOptions;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import eventflux.api.spi.source.SourceOutput;
import eventflux.core.catalog.ExtensionRegistration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that keep their places in the state of the application. */
@Timeout(60)
class AppSourcePlacesTest {

    private static final String DIRECT = """
            @app:name('sums')
            @source(type='numbers') define stream S (n long);
            from S select total(n) as t insert into Out;
            """;
    private static final String OVER_RINGS = """
            @app:name('sums')
            @source(type='numbers') @Async(buffer.size='64') define stream S (n long);
            @Async(buffer.size='64') define stream T (n long);
            from S select n insert into T;
            from T select total(n) as t insert into Out;
            """;

    private final KeptStates states = new KeptStates();
    private Numbers numbers = new Numbers();
    private EngineFixture fixture = engine();
    private ExtensionRegistration registration = fixture.register(numbers);

    private EngineFixture engine() {
        EngineFixture made = new EngineFixture(
                new EngineOptions().withSettings(Map.of("persistence.type", "kept", "persistence.place", "here")));
        made.register(states);
        made.register(new Tagged());
        return made;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime app(String text) {
        return fixture.engine.createEventFluxAppRuntime(text);
    }

    /** Another engine, as another process would have it, with the same store of states. */
    private void anotherProcess() {
        fixture = engine();
        numbers = new Numbers();
        registration = fixture.register(numbers);
    }

    private static long sumTo(long last) {
        return last * (last + 1) / 2;
    }

    @Test
    void goesOnWhereTheLastRevisionWas() {
        EventFluxAppRuntime app = app(DIRECT);
        app.start();
        numbers.deliver(10);
        app.persist();
        numbers.deliver(5);

        anotherProcess();
        EventFluxAppRuntime again = app(DIRECT);
        List<String> out = EngineFixture.events(again, "Out");
        again.start();
        numbers.deliver(1);

        assertThat(numbers.resumed).containsExactly("next=10");
        assertThat(out).hasSize(1).first().asString().endsWith("[" + sumTo(10) + "]");
    }

    @Test
    void goesOnAfterACleanStop() {
        EventFluxAppRuntime app = app(DIRECT);
        app.start();
        numbers.deliver(10);
        app.shutdown();

        List<String> out = EngineFixture.events(app, "Out");
        app.start();
        numbers.deliver(1);

        assertThat(out).hasSize(1).first().asString().endsWith("[" + sumTo(10) + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {DIRECT, OVER_RINGS})
    void everyRevisionHasThePlaceAndTheRowsBeforeItAndNoOthers(String text) throws InterruptedException {
        EventFluxAppRuntime app = app(text);
        app.start();
        Numbers source = numbers;
        Thread delivering = EngineFixture.thread(() -> {
            while (source.deliver(7)) {
                Thread.onSpinWait();
            }
        });
        for (int i = 0; i < 20; i++) {
            app.persist();
        }
        List<Long> revisions = app.revisions();
        source.isEnough = true;
        delivering.join();

        anotherProcess();
        EventFluxAppRuntime again = app(text);
        again.start();
        for (long revision : revisions) {
            again.restoreRevision(revision);
            List<String> out = EngineFixture.events(again, "Out");
            long next = numbers.next();
            numbers.deliver(1);
            EngineFixture.await(() -> out.size() == 1);

            assertThat(out.get(0)).endsWith("[" + sumTo(next) + "]");
        }
    }

    @Test
    void goesBackWhenAStateIsRestoredWhileItRuns() {
        EventFluxAppRuntime app = app(DIRECT);
        app.start();
        List<String> out = EngineFixture.events(app, "Out");
        numbers.deliver(10);
        byte[] then = app.snapshot();
        numbers.deliver(10);

        app.restore(then);
        numbers.deliver(1);

        assertThat(numbers.resumed).containsExactly("next=10");
        assertThat(out.get(out.size() - 1)).endsWith("[" + sumTo(10) + "]");
    }

    @Test
    void goesOnWhenItsOwnExtensionIsReplaced() {
        EventFluxAppRuntime app = app(DIRECT);
        app.start();
        List<String> out = EngineFixture.events(app, "Out");
        numbers.deliver(10);

        registration.close();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        numbers = new Numbers();
        fixture.register(numbers);
        EngineFixture.await(() -> app.state() == AppState.RUNNING);
        numbers.deliver(1);

        assertThat(numbers.resumed).containsExactly("next=10");
        assertThat(out).hasSize(11).last().asString().endsWith("[" + sumTo(10) + "]");
    }

    @Test
    void goesOnWithOtherSettingsOfTheSameText() {
        EventFluxAppRuntime app = app(DIRECT);
        app.start();
        numbers.deliver(10);

        app.update(DIRECT.replace("type='numbers'", "type='numbers', reconnect.max-attempts='3', speed='2'"));
        numbers.deliver(1);

        assertThat(numbers.resumed).containsExactly("next=10");
    }

    @Test
    void aNewMapperKnowsWhatTheFormerKnew() {
        EventFluxAppRuntime app = app("""
                @app:name('tags')
                @source(type='numbers', @map(type='tagged')) define stream S (n long);
                from S#window.last(2) select n insert into Out;
                """);
        app.start();
        List<String> out = EngineFixture.events(app, "Out");
        numbers.message("tag:7");
        numbers.message("1");

        app.update(app.text().replace("last(2)", "last(3)"));
        numbers.message("2");
        app.persist();
        anotherProcess();
        EventFluxAppRuntime again = app(app.text());
        List<String> later = EngineFixture.events(again, "Out");
        again.start();
        numbers.message("3");

        assertThat(out).extracting(row -> row.substring(row.indexOf('['))).containsExactly("[71]", "[72]");
        assertThat(later).extracting(row -> row.substring(row.indexOf('['))).containsExactly("[73]");
    }

    /** Delivers one number after the other when the test says so. */
    @Extension(
            kind = ExtensionKind.SOURCE,
            name = "numbers",
            description = "Delivers numbers.",
            parameters = {
                @Parameter(name = "speed", type = ParameterType.INT, optional = true, description = "Nothing.")
            })
    private static final class Numbers implements SourceFactory {

        private final List<String> resumed = new CopyOnWriteArrayList<>();
        private volatile One one;
        private volatile boolean isEnough;

        @Override
        public Source create(SourceContext context) {
            one = new One();
            return one;
        }

        /** Whether more is wanted. */
        boolean deliver(int count) {
            return one.deliver(count) && !isEnough;
        }

        void message(String text) {
            one.out.message(text.getBytes(StandardCharsets.UTF_8), 0, text.length());
            one.out.flush();
        }

        long next() {
            return one.next;
        }

        private final class One implements Source {

            private volatile SourceOutput out;
            private volatile long next;

            @Override
            public void start(SourceOutput output) {
                out = output;
            }

            boolean deliver(int count) {
                for (int i = 0; i < count; i++) {
                    out.rows().begin().setLong(0, next++).commit();
                }
                out.flush();
                return true;
            }

            @Override
            public Optional<String> place() {
                return Optional.of("next=" + next);
            }

            @Override
            public void resume(String place) {
                resumed.add(place);
                next = Long.parseLong(place.substring("next=".length()));
            }

            @Override
            public void stop() {
                // The test delivers.
            }
        }
    }

    /** Puts before each number what a message before has said. */
    @Extension(kind = ExtensionKind.SOURCE_MAPPER, name = "tagged", description = "Numbers with a tag.")
    private static final class Tagged implements SourceMapperFactory {

        @Override
        public SourceMapper create(MapperContext context) {
            return new SourceMapper() {
                private String tag = "";

                @Override
                public void map(byte[] payload, int offset, int length, RowAppender out) {
                    String text = new String(payload, offset, length, StandardCharsets.UTF_8);
                    if (text.startsWith("tag:")) {
                        tag = text.substring(4);
                    } else {
                        out.begin().setLong(0, Long.parseLong(tag + text)).commit();
                    }
                }

                @Override
                public Optional<String> memory() {
                    return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
                }

                @Override
                public void recall(String memory) {
                    tag = memory;
                }
            };
        }
    }
}
