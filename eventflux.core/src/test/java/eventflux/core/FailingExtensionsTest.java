package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.AppState;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.spi.AddedColumn;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.RowSignature;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.api.spi.script.Script;
import eventflux.api.spi.script.ScriptFunction;
import eventflux.api.spi.script.ScriptLanguage;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.api.spi.stream.StreamOutput;
import eventflux.api.spi.stream.StreamProcessor;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Extensions that do what they should not harm the applications that use them, and no other. */
class FailingExtensionsTest {

    // What a class throws that was compiled against another library than the one that is there.
    private static LinkageError broken() {
        return new NoClassDefFoundError("acme/Gone");
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "linkage", description = "Fails on 13.")
    private static final class BrokenWindow implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return (row, now, out) -> {
                if (row.getLong(0) == 13) {
                    throw broken();
                }
                out.current(row);
            };
        }
    }

    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "broken",
            description = "Fails on 13.",
            rowSignatures = @RowSignature(takes = DataType.LONG, adds = @AddedColumn(name = "x", type = DataType.LONG)))
    private static final class BrokenProcessor implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            return new StreamProcessor() {
                @Override
                public void onRow(Row row, Row arguments, long now, StreamOutput out) {
                    out.begin(row).setLong(0, arguments.getLong(0));
                    if (arguments.getLong(0) == 13) {
                        throw broken();
                    }
                    out.emit();
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.DISTRIBUTION, name = "broken", description = "Fails on 13.")
    private static final class BrokenDistribution implements DistributionFactory {

        @Override
        public Distribution create(DistributionContext context) {
            return (row, destinations, chosen) -> {
                if (row.getLong(0) == 13) {
                    throw broken();
                }
                chosen.add(0);
            };
        }
    }

    @Extension(kind = ExtensionKind.DISTRIBUTION, name = "astray", description = "Chooses what is not there on 13.")
    private static final class AstrayDistribution implements DistributionFactory {

        @Override
        public Distribution create(DistributionContext context) {
            return (row, destinations, chosen) -> chosen.add(row.getLong(0) == 13 ? 7 : 1);
        }
    }

    @Extension(kind = ExtensionKind.SCRIPT_LANGUAGE, name = "odd", description = "Gives a list for 13.")
    private static final class OddScripts implements ScriptLanguage {

        @Override
        public ScriptFunction compile(Script script) {
            return arguments -> Long.valueOf(13).equals(arguments[0]) ? new Object() : arguments[0];
        }
    }

    /** Does not come back until it is interrupted. */
    @Extension(kind = ExtensionKind.WINDOW, name = "endless", description = "Stands still at 13.")
    private static final class EndlessWindow implements WindowFactory {

        private final CountDownLatch stands = new CountDownLatch(1);
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public Window create(WindowContext context) {
            return (row, now, out) -> {
                if (row.getLong(0) == 13) {
                    stand();
                }
                out.current(row);
            };
        }

        private void stand() {
            stands.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "nothing", description = "Is none.")
    private static final class NoWindow implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return null;
        }
    }

    private final EngineFixture fixture = new EngineFixture();
    private final Shaky shaky = new Shaky();
    private final EndlessWindow endless = new EndlessWindow();
    private EventFluxAppRuntime bystander;
    private List<String> seen;

    @BeforeEach
    void register() {
        for (Object extension : List.of(
                new BrokenWindow(),
                new BrokenProcessor(),
                new BrokenDistribution(),
                new AstrayDistribution(),
                new OddScripts(),
                new NoWindow(),
                endless,
                shaky)) {
            fixture.register(extension);
        }
        bystander = fixture.app("from S#window.last(2) select n insert into Out;");
        bystander.start();
        seen = EngineFixture.events(bystander, "Out");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime sent(String queries) {
        EventFluxAppRuntime app = fixture.app(queries);
        app.start();
        for (long n : new long[] {12, 13, 14}) {
            EngineFixture.send(app, n, n, "a");
            EngineFixture.send(bystander, n, n, "a");
        }
        assertThat(seen).containsExactly("@12[12]", "@13[13]", "@14[14]");
        assertThat(bystander.statistics().errors()).isEmpty();
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        return app;
    }

    @Test
    void loseTheRowThatAWindowFailsOn() {
        EventFluxAppRuntime app = sent("@info(name='q') from S#window.linkage() select n insert into Out;");

        assertThat(app.statistics().streams()).containsEntry("Out", 2L);
        assertThat(app.statistics().errors().values()).containsExactly(1L);
    }

    @Test
    void areNamedWithTheLastFailureAndWhatToDo() {
        EventFluxAppRuntime app = fixture.app("@info(name='q') from S#window.linkage() select n insert into Out;");
        app.start();
        EngineFixture.send(app, 12, 12, "a");
        assertThat(app.failures()).isEmpty();

        fixture.time.moveTo(7_000);
        EngineFixture.send(app, 13, 13, "a");
        EngineFixture.send(app, 14, 13, "a");

        assertThat(app.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.place()).startsWith("q");
            assertThat(failure.count()).isEqualTo(2);
            assertThat(failure.lastMillis()).isEqualTo(7_000);
            assertThat(failure.reason()).isEqualTo("java.lang.NoClassDefFoundError: acme/Gone");
            assertThat(failure.origin()).contains("FailingExtensionsTest.broken (FailingExtensionsTest.java:");
            assertThat(failure.provider()).isNotEmpty();
            assertThat(failure.advice()).contains("vendor");
        });
        assertThat(bystander.failures()).isEmpty();
    }

    @Test
    void loseTheRowThatAStreamProcessorFailsOn() {
        EventFluxAppRuntime app = sent("from S#broken(n) select x insert into Out;");

        assertThat(app.statistics().streams()).containsEntry("Out", 2L);
        assertThat(app.statistics().errors().values()).containsExactly(1L);
    }

    @Test
    void loseTheRowThatADistributionFailsOn() {
        EventFluxAppRuntime app = sent("@sink(type='shaky', @distribution(strategy='broken', @destination(to='one'),"
                + " @destination(to='two'))) define stream Out (n long); from S select n insert into Out;");

        assertThat(shaky.taken).containsExactly("one @12[12]", "one @14[14]");
        assertThat(app.statistics().errors().values()).containsExactly(1L);
    }

    @Test
    void areBlamedForDestinationsThatThereAreNot() {
        EventFluxAppRuntime app = sent("@sink(type='shaky', @distribution(strategy='astray', @destination(to='one'),"
                + " @destination(to='two'))) define stream Out (n long); from S select n insert into Out;");

        assertThat(shaky.taken).containsExactly("two @12[12]", "two @14[14]");
        assertThat(app.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo("the distribution chose destination 7; there are 2, counted from 0");
            assertThat(failure.origin()).contains("AstrayDistribution");
            assertThat(failure.advice()).startsWith("Tell its vendor");
        });
    }

    @Test
    void loseTheRowForWhichAScriptGivesAnotherTypeThanItSays() {
        EventFluxAppRuntime app =
                sent("define function f[odd] return long { };" + " from S select f(n) as x insert into Out;");

        assertThat(app.statistics().streams()).containsEntry("Out", 2L);
        assertThat(app.statistics().errors().values()).containsExactly(1L);
    }

    @Test
    void areNamedWhenTheyMakeNothing() {
        assertThatThrownBy(() -> fixture.app("from S#window.nothing() select n insert into Out;"))
                .isInstanceOf(EventFluxException.class)
                .hasMessageContaining("window nothing")
                .hasMessageContaining("it made nothing");
    }

    @Test
    void areNamedWhereTheyStandWhenACallDoesNotComeBack() throws InterruptedException {
        // given
        EventFluxAppRuntime app = fixture.app("from S#window.endless() select n insert into Out;");
        app.start();
        Thread sender = new Thread(() -> EngineFixture.send(app, 1, 13, "a"));
        sender.start();
        endless.stands.await();

        // when
        for (int second = 2; second <= 12; second++) {
            fixture.time.moveTo(second * 1_000L);
            EngineFixture.send(bystander, second, second, "a");
        }

        // then
        assertThat(app.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code().code()).isEqualTo("stalled");
            assertThat(problem.values().get("place")).contains("EndlessWindow.stand");
        });
        assertThat(app.statistics().streams()).containsEntry("S", 1L);
        assertThat(bystander.problems()).isEmpty();
        assertThat(seen).hasSize(11);
        sender.interrupt();
        sender.join();
        fixture.time.moveTo(14_000);
        assertThat(app.problems()).isEmpty();
        assertThat(app.statistics().errors()).containsKey("the application");
    }

    @Test
    void areInterruptedWhenTheyHoldUpAStop() throws InterruptedException {
        // given
        EventFluxAppRuntime app = fixture.app("from S#window.endless() select n insert into Out;");
        app.start();
        Event event = new Event(1, new Object[] {13L, "a"}, false);
        Thread sender = new Thread(() -> app.inputHandler("S").send(new Event[] {event, event}));
        sender.start();
        endless.stands.await();
        fixture.time.moveTo(3_000);
        fixture.time.moveTo(9_000);

        // when
        app.shutdown();
        sender.join();

        // then
        assertThat(app.state()).isEqualTo(AppState.STOPPED);
        assertThat(app.statistics().errors()).containsKey("the application");
    }
}
