package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.Explanation;
import eventflux.api.error.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {

    private static final String QUERY = "from S select n insert into Out;";

    private final EngineFixture fixture = new EngineFixture();
    private final Engine engine = fixture.engine;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void namesApplicationsThatNameThemselvesNot() {
        EventFluxAppRuntime first = fixture.app(QUERY);
        EventFluxAppRuntime second = fixture.app(QUERY);

        assertThat(engine.appRuntimes()).containsOnlyKeys(first.name(), second.name());
        assertThat(engine.appRuntime(first.name())).containsSame(first);
        assertThat(engine.appRuntime("nobody")).isEmpty();
    }

    @Test
    void refusesANameThatIsTakenUntilItIsFree() {
        String text = "@app:name('twice') " + EngineFixture.STREAM + QUERY;
        EventFluxAppRuntime first = engine.createEventFluxAppRuntime(text);

        assertThat(EngineFixture.problem(() -> engine.createEventFluxAppRuntime(text))
                        .code())
                .isEqualTo(AppError.NAME_TAKEN);
        assertThat(EngineFixture.problem(() -> engine.deploy("other", text)).code())
                .isEqualTo(AppError.NAME_TAKEN);
        assertThat(engine.appRuntimes()).hasSize(1);

        first.close();
        assertThat(engine.createEventFluxAppRuntime(text).name()).isEqualTo("twice");
    }

    @Test
    void refusesATextWithMistakesAndTakesNothingOfIt() {
        assertThat(EngineFixture.problem(() -> fixture.app("from S select m insert into Out;"))
                        .code()
                        .code())
                .isEqualTo("unknown-column");
        assertThat(engine.validate(EngineFixture.STREAM + "from S select m insert into Out;"))
                .hasSize(1);
        assertThat(engine.validate(EngineFixture.STREAM + QUERY)).isEmpty();
        assertThat(engine.appRuntimes()).isEmpty();
    }

    @Test
    void tellsWhatWindowsHaveAgainstTheirArgumentsWithoutStartingAnything() {
        String text = EngineFixture.STREAM + """
                from S#window.last(0) select n insert into A;
                from S#window.last(1) select n insert into B;
                from S#window.last(-1) select n insert into C;
                """;

        assertThat(engine.validate(text))
                .extracting(Problem::toString)
                .containsExactly(
                        "2:7 error arguments-refused: window last: The window keeps a row at least.",
                        "4:7 error arguments-refused: window last: The window keeps a row at least.");
        assertThat(engine.appRuntimes()).isEmpty();
    }

    @Test
    void tellsWhereAnAggregatorStandsThatRefuses() {
        fixture.register(new TestAggregators.Picky());

        assertThat(engine.validate(
                        EngineFixture.STREAM + "from S select total(n) as t, picky(n) as p insert into Out;"))
                .extracting(Problem::toString)
                .containsExactly("2:30 error arguments-refused: aggregator picky: Not this.");
    }

    @Test
    void takesATextThatOnlyLacksExtensionsWhenItIsDeployed() {
        String text = EngineFixture.STREAM + "from S#window.later(3) select n insert into Out;";

        assertThat(EngineFixture.problem(() -> engine.createEventFluxAppRuntime(text))
                        .code()
                        .code())
                .isEqualTo("unknown-extension");
        EventFluxAppRuntime app = engine.deploy("app", text);

        assertThat(app.name()).isEqualTo("app");
        assertThat(app.state()).isEqualTo(AppState.CREATED);
        app.start();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        assertThat(app.waitingFor()).containsExactly("window later");
    }

    @Test
    void explainsEveryStage() {
        Explanation explanation = engine.explain(EngineFixture.STREAM + QUERY);

        assertThat(explanation.stages()).extracting(Explanation.Section::title).contains("syntax tree", "plan");
        assertThat(engine.appRuntimes()).isEmpty();
    }

    @Test
    void stopsItsApplicationsWhenItIsClosed() {
        EventFluxAppRuntime app = fixture.app(QUERY);
        app.start();

        engine.close();

        assertThat(app.state()).isEqualTo(AppState.STOPPED);
        assertThat(engine.appRuntimes()).isEmpty();
    }
}
