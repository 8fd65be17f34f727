package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.core.catalog.ExtensionRegistration;
import eventflux.core.catalog.Provider;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several versions of a bundle are present at the same time. */
class AppVersionsTest {

    private static final String QUERY = "from S#window.nth() select n insert into Out;";
    private static final String BELOW_2 = "@app:requires(bundle='acme', version='[1.2,2)') ";

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private ExtensionRegistration present(String version, NthWindow window) {
        return fixture.catalog.register(window, new Provider("acme", version, 0));
    }

    private EventFluxAppRuntime started(String annotations) {
        EventFluxAppRuntime app =
                fixture.engine.deploy("app" + annotations.length(), annotations + EngineFixture.STREAM + QUERY);
        app.start();
        return app;
    }

    private static List<String> passed(EventFluxAppRuntime app, int rows) {
        List<String> out = EngineFixture.events(app, "Out");
        for (int i = 1; i <= rows; i++) {
            EngineFixture.send(app, i, (long) i, "a");
        }
        return out;
    }

    @Test
    void takesTheHighestVersionUnlessARangeIsAskedFor() {
        present("1.3.0", new NthWindow("count", 3));
        present("2.0.0", new NthWindow("count", 4));
        present("1.2.0", new NthWindow("count", 2));

        assertThat(passed(started(""), 4)).containsExactly("@4[4]");
        assertThat(passed(started(BELOW_2), 4)).containsExactly("@3[3]");
        assertThat(passed(started("@app:requires(bundle='acme', version='[1.2,1.2]') "), 4))
                .containsExactly("@2[2]", "@4[4]");
        assertThat(passed(started("@app:requires(bundle='another', version='[1,1.1]') "), 4))
                .containsExactly("@4[4]");
    }

    @Test
    void saysWhichVersionItUses() {
        present("1.3.0", new NthWindow("count", 3));
        present("2.0.0", new NthWindow("count", 4));

        assertThat(fixture.engine.extensionVersions())
                .extracting(ExtensionDescriptor::provider)
                .containsSubsequence("acme 2.0.0", "acme 1.3.0");
        assertThat(used(started(""))).contains("acme 2.0.0").doesNotContain("acme 1.3.0");
        assertThat(used(started(BELOW_2))).contains("acme 1.3.0").doesNotContain("acme 2.0.0");
    }

    private static List<String> used(EventFluxAppRuntime app) {
        return app.extensions().stream().map(ExtensionDescriptor::provider).toList();
    }

    @Test
    void waitsForAVersionThatIsAdmitted() {
        present("2.0.0", new NthWindow("count", 1));
        EventFluxAppRuntime app = started(BELOW_2);
        AppState before = app.state();

        present("1.2.5", new NthWindow("count", 1));

        assertThat(before).isEqualTo(AppState.WAITING);
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
    }

    @Test
    void goesOnWithANewerVersionThatComesBesideThePresentOne() {
        // given
        present("1.2.0", new NthWindow("count", 2));
        EventFluxAppRuntime any = started("");
        EventFluxAppRuntime bound = started(BELOW_2);
        EventFluxAppRuntime unstarted = fixture.engine.deploy("unstarted", EngineFixture.STREAM + QUERY);
        assertThat(passed(any, 1)).isEmpty();
        assertThat(passed(bound, 1)).isEmpty();

        // when
        ExtensionRegistration newer = present("2.0.0", new NthWindow("count", 3));
        unstarted.start();

        // then
        assertThat(passed(any, 2)).containsExactly("@2[2]");
        assertThat(passed(bound, 2)).containsExactly("@1[1]");
        assertThat(passed(unstarted, 3)).containsExactly("@3[3]");

        // when
        newer.close();

        // then
        assertThat(passed(any, 2)).containsExactly("@1[1]");
        assertThat(any.state()).isEqualTo(AppState.RUNNING);
    }

    @Test
    void isLeftAloneByVersionsThatItDoesNotUse() {
        ExtensionRegistration old = present("1.0.0", new NthWindow("count", 5));
        present("1.2.0", new NthWindow("count", 2));
        EventFluxAppRuntime app = started(BELOW_2);
        List<String> out = passed(app, 1);

        old.close();
        present("3.0.0", new NthWindow("another name", 3)).close();
        present("1.1.0", new NthWindow("another name", 3));
        EngineFixture.send(app, 2, 2L, "a");

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(app.problems()).isEmpty();
        assertThat(out).containsExactly("@2[2]");
    }

    @Test
    void staysWithThePresentVersionWhenTheNewerOneCannotReadItsState() {
        present("1.2.0", new NthWindow("count", 2));
        EventFluxAppRuntime app = started("");
        List<String> out = passed(app, 1);

        ExtensionRegistration refused = present("1.3.0", new NthWindow("another name", 1));

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(app.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(
                                "warning version-refused: application app0 stays with the present version of window nth: "
                                        + "the newer one does not fit, the state of application"));
        EngineFixture.send(app, 2, 2L, "a");
        assertThat(out).containsExactly("@2[2]");

        // when a version comes that can
        refused.close();
        present("1.3.1", new NthWindow("count", 1));
        EngineFixture.send(app, 3, 3L, "a");

        assertThat(out).containsExactly("@2[2]", "@3[3]");
        assertThat(app.problems()).isEmpty();
    }

    @Test
    void asksOnDemandWithTheVersionsOfTheApplication() {
        present("1.2.0", new NthWindow("count", 1));
        EventFluxAppRuntime app = fixture.engine.deploy(
                "asked",
                BELOW_2 + "define table T (n long); " + EngineFixture.STREAM + "from S select n insert into T;");
        app.start();
        EngineFixture.send(app, 1, 7L, "a");

        assertThat(app.query("from T select n").events()).hasSize(1);
    }
}
