package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.InputHandler;
import eventflux.api.UpdatePlan;
import eventflux.api.UpdatePlan.Fate;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.Problem;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import eventflux.api.spi.source.SourceOutput;
import eventflux.core.run.RunError;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppUpdateTest {

    private static final String APP = "@app:name('A') ";
    private static final String IN = EngineFixture.STREAM;
    private static final String KEPT =
            "@info(name='kept') from S#window.last(3) select key, total(n) as t insert into Out;\n";

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime started(String text) {
        EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(APP + text);
        app.start();
        return app;
    }

    private static Fate fate(UpdatePlan plan, String name) {
        return plan.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .fate();
    }

    @Test
    void takesUpSettingsThatChangeWhileItRuns() {
        // given
        Shaky shaky = new Shaky();
        fixture.register(shaky);
        EventFluxAppRuntime app = started(
                "@source(type='hand') " + IN + "@sink(type='shaky') define stream Out (key string, t long);\n" + KEPT);
        EngineFixture.send(app, 1, 1L, "k");

        // when
        fixture.engine.configure(List.of(new ConfiguredSetting("streams.Out.shaky.to", "b", "test")));
        EngineFixture.send(app, 2, 2L, "k");
        fixture.engine.configure(List.of(new ConfiguredSetting("streams.Out.shaky.tu", "c", "test")));
        EngineFixture.send(app, 3, 4L, "k");
        fixture.engine.configure(List.of());
        EngineFixture.send(app, 4, 8L, "k");

        // then
        assertThat(shaky.taken).containsExactly("a @1[k, 1]", "b @2[k, 3]", "b @3[k, 7]", "a @4[k, 14]");
        assertThat(fixture.hand.started).hasSize(1);
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
    }

    @Test
    void keepsTheStateOfWhatIsUnchanged() {
        // given
        String changed = "@info(name='changed') from S#window.last(%d) select total(n) as t insert into Other;\n";
        EventFluxAppRuntime app = started(IN
                + KEPT
                + String.format(changed, 2)
                + "@info(name='gone') from S select total(n) as t insert into Gone;\n");
        List<String> out = EngineFixture.events(app, "Out");
        List<String> other = EngineFixture.events(app, "Other");
        EngineFixture.send(app, 1, 1L, "a");

        // when
        UpdatePlan plan = app.update(APP
                + IN
                + "@info(name='fresh') from S select total(n) as t insert into Fresh;\n"
                + String.format(changed, 4)
                + KEPT);
        List<String> fresh = EngineFixture.events(app, "Fresh");
        EngineFixture.send(app, 2, 10L, "b");

        // then
        assertThat(out).containsExactly("@1[a, 1]", "@2[b, 11]");
        assertThat(other).containsExactly("@1[1]", "@2[10]");
        assertThat(fresh).containsExactly("@2[10]");
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(fate(plan, "kept")).isEqualTo(Fate.KEEPS);
        assertThat(fate(plan, "changed")).isEqualTo(Fate.STARTS_EMPTY);
        assertThat(fate(plan, "fresh")).isEqualTo(Fate.NEW);
        assertThat(fate(plan, "gone")).isEqualTo(Fate.LOST);
        assertThat(plan.toString()).contains("starts empty  query   changed  window was last(rows=2), is last(rows=4)");
    }

    @Test
    void keepsRowsWhoseTextsBecomeCodesAndNoCodesAgain() {
        // given
        EventFluxAppRuntime app = started(IN + "from S#window.last(2) select key, n insert all events into Out;");
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 1L, "ä");

        // when
        String text = app.text();
        app.update(text + "from S select key, total(n) as t group by key insert into Grouped;");
        EngineFixture.send(app, 2, 2L, null);
        EngineFixture.send(app, 3, 3L, "c");
        app.update(text);
        EngineFixture.send(app, 4, 4L, "d");
        EngineFixture.send(app, 5, 5L, "e");

        // then
        assertThat(out)
                .filteredOn(
                        row -> row.startsWith("-") || row.contains("ä") || row.contains("null") || row.contains("[c"))
                .contains("@1[ä, 1]", "@2[null, 2]", "@3[c, 3]");
        assertThat(out).anyMatch(row -> row.endsWith("[ä, 1]") && !row.startsWith("@1["));
        assertThat(out).anyMatch(row -> row.endsWith("[c, 3]") && !row.startsWith("@3["));
    }

    @Test
    void keepsTheStateWhenOnlyWhatLooksAtItChanges() {
        EventFluxAppRuntime app = started(IN + KEPT);
        EngineFixture.send(app, 1, 1L, "a");

        app.update(APP + IN + KEPT.replace("select key, total(n) as t", "select total(n) + 1 as more"));
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 2, 2L, "b");

        assertThat(out).containsExactly("@2[4]");
    }

    @Test
    void beginsAnewWhenAColumnIsReadThatWasNotKept() {
        // given
        String text = APP + IN + KEPT.replace("key, ", "");
        EventFluxAppRuntime app = started(IN + KEPT.replace("key, ", ""));
        EngineFixture.send(app, 1, 1L, "a");

        // when
        UpdatePlan plan = app.update(APP + IN + KEPT);
        UpdatePlan back = app.update(text);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 2, 2L, "b");

        // then
        assertThat(fate(plan, "kept")).isEqualTo(Fate.STARTS_EMPTY);
        assertThat(plan.toString()).contains("kept  column key was left out, is none");
        assertThat(fate(back, "kept")).isEqualTo(Fate.KEEPS);
        assertThat(out).containsExactly("@2[2]");
    }

    @Test
    void leavesOutColumnsThatAreReadNoMore() {
        // given
        String text = IN + "@info(name='kept') from S#window.last(2) select %s insert all events into Out;";
        EventFluxAppRuntime app = started(String.format(text, "n, key"));
        EngineFixture.send(app, 1, 1L, "a long text");
        EngineFixture.send(app, 2, 2L, "b");

        // when
        UpdatePlan plan = app.update(APP + String.format(text, "key"));
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 3, 3L, "c");

        // then
        assertThat(fate(plan, "kept")).isEqualTo(Fate.KEEPS);
        assertThat(out).anyMatch(row -> row.endsWith("[a long text]")).anyMatch(row -> row.endsWith("[c]"));
    }

    @Test
    void refusesAWrongTextAndGoesOn() {
        EventFluxAppRuntime app = started(IN + KEPT);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 1L, "a");

        Problem unknown = EngineFixture.problem(() -> app.update(APP + IN + KEPT.replace("select key", "select kay")));
        Problem missing = EngineFixture.problem(() -> app.update(APP + IN + KEPT.replace("last(3)", "lust(3)")));
        Problem renamed = EngineFixture.problem(() -> app.update("@app:name('B') " + IN + KEPT));
        EngineFixture.send(app, 2, 2L, "b");

        assertThat(unknown.suggestion()).contains("key");
        assertThat(missing.code().code()).isEqualTo("unknown-extension");
        assertThat(renamed.code()).isEqualTo(AppError.NAME_CHANGED);
        assertThat(out).containsExactly("@1[a, 1]", "@2[b, 3]");
    }

    @Test
    void goesBackWithItsStateWhenTheNewTextCannotBegin() {
        // given
        fixture.register(new Unreachable());
        EventFluxAppRuntime app = started("@source(type='hand') " + IN + KEPT);
        List<String> out = EngineFixture.events(app, "Out");
        fixture.hand.deliver(0, 2);

        // when
        Problem problem = EngineFixture.problem(() -> app.update(APP
                + "@source(type='hand') "
                + IN
                + "@source(type='unreachable') define stream Other (n long);"
                + KEPT.replace("last(3)", "last(5)")));
        fixture.hand.deliver(0, 2);

        // then
        assertThat(problem.code()).isEqualTo(AppError.ENDPOINT_FAILED);
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(out).containsExactly("@0[k, 0]", "@1[k, 1]", "@0[k, 1]", "@1[k, 2]");
        assertThat(fixture.hand.started).hasSize(1);
    }

    @Extension(kind = ExtensionKind.SOURCE, name = "unreachable", description = "Never connects.")
    static final class Unreachable implements SourceFactory {

        @Override
        public Source create(SourceContext context) {
            return new Source() {
                @Override
                public void start(SourceOutput out) throws IOException {
                    throw new IOException("nobody is there");
                }

                @Override
                public void stop() {
                    // It never ran.
                }
            };
        }
    }

    @Test
    void letsUnchangedSourcesGoOnAndStopsOthers() {
        EventFluxAppRuntime app =
                started("@source(type='hand') " + IN + "@source(type='hand') define stream T (n long);" + KEPT);

        UpdatePlan plan = app.update(APP + "@source(type='hand') " + IN + KEPT + KEPT.replace("kept", "more"));
        List<String> out = EngineFixture.events(app, "Out");
        fixture.hand.deliver(0, 1);

        assertThat(fate(plan, "S")).isEqualTo(Fate.KEEPS);
        assertThat(fixture.hand.started).hasSize(2);
        assertThat(fixture.hand.stopped).hasValue(1);
        assertThat(out).hasSize(2);
    }

    @Test
    void refusesSendersOfStreamsThatAreNoMoreOrOthers() {
        // given
        for (String async : List.of("", "@async(buffer.size='64') ")) {
            EventFluxAppRuntime app =
                    started(async + IN + async + "define stream T (n long); from T select n insert into Out;");
            InputHandler changed = app.inputHandler("S");
            InputHandler gone = app.inputHandler("T");
            changed.send(1L, "a");
            gone.send(1L);

            // when
            app.update(APP + async + "define stream S (n int); from S select n insert into Out;");

            // then
            assertThat(EngineFixture.problem(() -> changed.send(1L, "a")).code())
                    .isEqualTo(RunError.STREAM_GONE);
            assertThat(EngineFixture.problem(() -> gone.send(1L)).code()).isEqualTo(RunError.STREAM_GONE);
            assertThat(EngineFixture.problem(() -> app.inputHandler("T")).code())
                    .isEqualTo(AppError.UNKNOWN_STREAM);
            List<String> out = EngineFixture.events(app, "Out");
            app.inputHandler("S").send(7, new Object[] {1});
            EngineFixture.await(() -> out.size() == 1);
            assertThat(out).containsExactly("@7[1]");
            app.close();
        }
    }

    @Test
    void losesNoEventOfASenderAtFullSpeed() {
        for (String async : List.of("", "@async(buffer.size='64') ")) {
            // given
            EventFluxAppRuntime app = started(async + IN + KEPT);
            AtomicInteger received = new AtomicInteger();
            app.addRowCallback("Out", row -> received.incrementAndGet());
            AtomicInteger sent = new AtomicInteger();
            AtomicBoolean enough = new AtomicBoolean();
            InputHandler in = app.inputHandler("S");
            Thread sender = EngineFixture.thread(() -> {
                while (!enough.get()) {
                    in.send((long) sent.incrementAndGet(), "a");
                }
            });

            // when
            String text = app.text();
            for (int i = 0; i < 30; i++) {
                int before = sent.get();
                app.update(
                        i % 2 == 0 ? text + "from S select key, total(n) as t group by key insert into More;" : text);
                EngineFixture.await(() -> sent.get() > before);
            }
            enough.set(true);
            EngineFixture.await(() -> !sender.isAlive());

            // then
            EngineFixture.await(() -> received.get() == sent.get());
            assertThat(app.statistics().streams()).containsEntry("S", (long) sent.get());
            app.close();
        }
    }

    @Test
    void takesRingsAwayOnlyWhenTheyAreEmpty() {
        // given
        EventFluxAppRuntime app = started("@async(buffer.size='1024') " + IN + "from S select n insert into Out;");
        AtomicInteger received = new AtomicInteger();
        app.addRowCallback("Out", row -> received.incrementAndGet());
        for (int i = 0; i < 500; i++) {
            EngineFixture.send(app, i, 1L, "a");
        }

        // when
        app.update(APP + IN + "from S select n insert into Out;");
        EngineFixture.send(app, 600, 1L, "a");

        // then
        assertThat(received).hasValue(501);
        assertThat(app.statistics().rings()).isEmpty();
    }

    @Test
    void changesItsTextWhileItIsPaused() {
        // given
        EventFluxAppRuntime app = started(IN + KEPT);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 1L, "a");

        // when
        app.pause();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        assertThat(app.waitingFor()).containsExactly("being resumed");
        Thread sender = EngineFixture.thread(() -> EngineFixture.send(app, 2, 2L, "b"));
        EngineFixture.await(() -> sender.getState() == Thread.State.WAITING);
        assertThat(EngineFixture.problem(() -> app.update(APP + "nonsense"))).isNotNull();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        app.update(APP + IN + KEPT + KEPT.replace("kept", "more"));
        EngineFixture.await(() -> !sender.isAlive());

        // then
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(out).containsExactly("@1[a, 1]", "@2[b, 3]", "@2[b, 2]");
    }

    @Test
    void goesOnAsItWasWhenAPauseEnds() {
        EventFluxAppRuntime app = started(IN + KEPT);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 1L, "a");

        app.pause();
        app.resume();
        EngineFixture.send(app, 2, 2L, "b");

        assertThat(out).containsExactly("@1[a, 1]", "@2[b, 3]");
    }

    @Test
    void hasAnotherTextWhenItIsStarted() {
        EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(APP + IN + KEPT);
        List<String> out = EngineFixture.events(app, "Out");

        app.update(APP + "define stream S (n int, key string);" + KEPT);
        app.start();
        EngineFixture.send(app, 1, 1, "a");
        app.shutdown();
        app.update(APP + "define stream S (n int);" + KEPT.replace("key, ", ""));
        app.start();
        EngineFixture.send(app, 2, 2);

        assertThat(out).containsExactly("@1[a, 1]", "@2[2]");
    }

    @Test
    void isNotUpdatedFromItsOwnCallback() {
        EventFluxAppRuntime app = started(IN + KEPT);
        app.addRowCallback("Out", row -> app.update(APP + IN + KEPT));

        EngineFixture.send(app, 1, 1L, "a");

        assertThat(app.statistics().errors()).isNotEmpty();
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
    }

    @Test
    void saysWithoutChangingAnythingWhatWouldBecome() {
        EventFluxAppRuntime app = started(IN + KEPT);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 1L, "a");

        UpdatePlan plan = app.planUpdate(APP + IN + KEPT.replace("last(3)", "last(5)"));
        EngineFixture.send(app, 2, 2L, "b");

        assertThat(plan.forgets()).isTrue();
        assertThat(out).containsExactly("@1[a, 1]", "@2[b, 3]");
    }

    @Test
    void restoresASnapshotIntoAChangedText() {
        EventFluxAppRuntime app = started(IN + KEPT);
        EngineFixture.send(app, 1, 1L, "a");
        byte[] snapshot = app.snapshot();
        app.close();

        EventFluxAppRuntime changed = started(IN + "from S select total(n) as t insert into Other;" + KEPT);
        List<String> out = EngineFixture.events(changed, "Out");
        changed.restore(snapshot);
        EngineFixture.send(changed, 2, 2L, "b");

        assertThat(out).containsExactly("@2[b, 3]");
    }
}
