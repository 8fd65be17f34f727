package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.FailureSummary;
import eventflux.api.RingStatistics;
import eventflux.api.TimeShare;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import eventflux.api.event.DataType;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
import eventflux.api.spi.ExtensionNeeds;
import eventflux.api.spi.ParameterType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectCommandsTest {

    private final Shell shell = new Shell(Path.of("."));

    @BeforeEach
    void addExtensions() {
        ParameterDescriptor length = new ParameterDescriptor(
                "length", List.of(ParameterType.INT), "how many rows", false, "", false, false, List.of());
        shell.manager.extensions.add(new ExtensionDescriptor(
                ExtensionKind.WINDOW,
                "",
                "length",
                List.of(),
                "Keeps the last rows.",
                List.of(length),
                List.of(),
                List.of(),
                List.of("from S#length(3)"),
                "ext.windows 1.0"));
        shell.manager.extensions.add(new ExtensionDescriptor(
                ExtensionKind.AGGREGATOR,
                "acme",
                "median",
                List.of(),
                "The middle.",
                List.of(),
                List.of(new SignatureDescriptor(List.of(DataType.LONG), DataType.DOUBLE, false)),
                List.of(),
                List.of(),
                "acme 2.0"));
    }

    @Test
    void listsExtensionsWithHowTheyAreCalled() {
        assertThat(shell.inspect.extensions(shell.session).lines())
                .containsExactly(
                        "KIND        NAME         PARAMETERS     PROVIDER         USED BY  DESCRIPTION",
                        "window      length       <length>       ext.windows 1.0           Keeps the last rows.",
                        "aggregator  acme:median  (long):double  acme 2.0                  The middle.");
        assertThat(shell.inspect.extensions(shell.session, "aggregator").lines())
                .hasSize(2);
        assertThat(shell.inspect.extensions(shell.session, "source", "mapper").lines())
                .hasSize(1);
        assertThat(shell.inspect.extensions(shell.session, "Source-Mapper").lines())
                .hasSize(1);
        assertThat(shell.inspect.extensions(shell.session, "ACME:Median")).startsWith("aggregator acme:median");
    }

    @Test
    void tellsAllAboutOneExtension() {
        assertThat(shell.inspect.extensions(shell.session, "length").lines())
                .containsExactly(
                        "window length  from ext.windows 1.0",
                        "Keeps the last rows.",
                        "",
                        "PARAMETER  TYPE  DEFAULT     DESCRIPTION",
                        "length     int   (required)  how many rows",
                        "",
                        "from S#length(3)");
    }

    @Test
    void namesTheApplicationsThatUseAnExtension() {
        ExtensionDescriptor length = shell.manager.extensions.get(0);
        shell.run("stocks", "stream In(a INT)").uses = List.of(length);
        shell.deployments.add("bonds", 7, "stream In(a INT)");
        shell.manager.needs = new ExtensionNeeds(List.of(new ExtensionName(ExtensionKind.WINDOW, "length")), Map.of());

        assertThat(shell.inspect.extensions(shell.session, "length").lines().toList())
                .endsWith("Used by: bonds, stocks");
        assertThat(shell.inspect.extensions(shell.session, "window")).contains("ext.windows 1.0  bonds, stocks  Keeps");
        assertThat(shell.inspect.extensions(shell.session, "acme:median")).doesNotContain("Used by");
    }

    @Test
    void listsWhatAnApplicationUsesAndWhatABundleHas() {
        shell.run("stocks", "stream In(a INT)").uses = List.of(shell.manager.extensions.get(1));

        assertThat(shell.inspect.extensions(shell.session, "stocks").lines())
                .containsExactly(
                        "KIND        NAME         PARAMETERS     PROVIDER  USED BY  DESCRIPTION",
                        "aggregator  acme:median  (long):double  acme 2.0  stocks   The middle.");
        assertThat(shell.inspect.extensions(shell.session, "acme", "2.0"))
                .isEqualTo(shell.inspect.extensions(shell.session, "acme"))
                .isEqualTo(shell.inspect.extensions(shell.session, "stocks"));
    }

    @Test
    void namesTheApplicationsOfEachVersion() {
        ExtensionDescriptor older = shell.manager.extensions.get(0);
        ExtensionDescriptor newer = new ExtensionDescriptor(
                older.kind(),
                older.namespace(),
                older.name(),
                older.aliases(),
                older.description(),
                older.parameters(),
                older.signatures(),
                older.rowSignatures(),
                older.examples(),
                "ext.windows 1.1");
        shell.manager.extensions.add(0, newer);
        shell.run("bound", "stream In(a INT)").uses = List.of(older);
        shell.run("free", "stream In(a INT)").uses = List.of(newer);

        assertThat(shell.inspect.extensions(shell.session, "length"))
                .containsSubsequence("from ext.windows 1.1", "Used by: free", "from ext.windows 1.0", "Used by: bound");
        assertThat(shell.inspect.extensions(shell.session, "window").lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("ext.windows 1.1  free"))
                .anyMatch(line -> line.contains("ext.windows 1.0  bound"));
    }

    @Test
    void showsWhereTheTimeOfAnApplicationGoes() {
        FakeRuntime runtime = shell.run("stocks", "stream In(a INT)");
        runtime.profile.add(new TimeShare("acme.Top.onRow", "acme 2.0", 0.625));
        runtime.profile.add(new TimeShare("the engine", "", 0.375));

        assertThat(shell.inspect.profile(shell.session, "stocks").lines())
                .containsExactly(
                        " SHARE  WHERE           PROVIDER", "62.5 %  acme.Top.onRow  acme 2.0", "37.5 %  the engine");
        assertThatThrownBy(() -> shell.inspect.profile(shell.session, "stocks", "soon"))
                .hasMessageContaining("soon");
    }

    @Test
    void showsSettingsWithoutSecrets() {
        shell.manager.configuration.add(new ConfiguredSetting("application.kafka.sasl.password", "hunter2", "a.toml"));

        assertThat(shell.inspect.config(shell.session, "show").lines())
                .containsExactly(
                        "SETTING                          VALUE   FROM",
                        "application.kafka.sasl.password  ******  a.toml");
    }

    @Test
    void namesTheKindsWhenNothingFits() {
        assertThatThrownBy(() -> shell.inspect.extensions(shell.session, "windows"))
                .hasToString(
                        "windows is no extension, no application, and no bundle that has extensions; kinds of them are:"
                                + " window, function, aggregator, stream function, source, sink, source mapper, sink"
                                + " mapper, persistence store, store, error store, distribution, script language");
    }

    @Test
    void showsWhatStreamsAndQueriesHaveCounted() {
        FakeRuntime runtime = shell.run("stocks", "stream In(a INT)\nquery q(a INT)");
        runtime.inputHandler("In").send(1);

        assertThat(shell.inspect.stats(shell.session, "stocks").lines())
                .containsExactly(
                        "APPLICATION  KIND    NAME  EVENTS  ERRORS",
                        "stocks       stream  In         1       0",
                        "stocks       query   q          0       0");
    }

    @Test
    void showsWhatRingsAndSinksHaveCounted() {
        FakeRuntime runtime = shell.run("stocks", "stream In(a INT)\nquery q(a INT)");
        runtime.errors.put("q", 1L);
        runtime.errors.put("stream In", 2L);
        runtime.errors.put("sink Out", 3L);
        runtime.rings.put("In", new RingStatistics(65_536, 128, 1_000, 10, 20, 2));

        assertThat(shell.inspect.stats(shell.session, "stocks").lines())
                .containsExactly(
                        "APPLICATION  KIND    NAME  EVENTS  ERRORS",
                        "stocks       stream  In         0       2",
                        "stocks       query   q          0       1",
                        "stocks       sink    Out                3",
                        "",
                        "APPLICATION  RING OF  TAKEN  BATCHES  WAITING BYTES     OF  TIMES FULL  GIVEN UP",
                        "stocks       In        1000       10            128  65536          20         2");
    }

    @Test
    void showsProblemsWithTheirPlace() {
        shell.deployments.add("bad", 7, "stream S(a INT)\nmistake here");
        shell.deployments.start("bad");
        shell.deployments.refusals.add(
                new Refusal("deploy/x.jar", List.of(Problem.of(FakeManager.FakeProblem.MISTAKE))));
        shell.deployments.problems.add(Problem.of(FakeManager.FakeProblem.DOUBT));

        assertThat(shell.inspect.problems(shell.session).lines())
                .containsExactly(
                        "bad.eventflux:2:1: error: a mistake [mistake]",
                        "    2 | mistake here",
                        "      | ^^^^^",
                        "deploy/x.jar: error: a mistake [mistake]",
                        "node: warning: a doubt [doubt]");
        assertThat(shell.inspect.problems(shell.session, "bad").lines()).hasSize(3);
    }

    @Test
    void saysWhatHasFailedWhyAndWhatToDo() {
        FakeRuntime runtime = shell.run("stocks", "stream In(a INT)");
        runtime.failures.add(new FailureSummary(
                "q/window",
                3,
                61_000,
                "boom",
                "acme.Last.add (Last.java:9)",
                "acme.windows 1.2.0",
                "Tell its vendor."));
        runtime.failures.add(new FailureSummary("stream In", 1, 62_000, "too late", "", "", "Look at it."));

        assertThat(shell.inspect.problems(shell.session, "stocks").lines())
                .containsExactly(
                        "stocks: q/window has failed 3 times, last at 1970-01-01T00:01:01Z: boom",
                        "      | in acme.Last.add (Last.java:9), of acme.windows 1.2.0",
                        "      | Tell its vendor.",
                        "stocks: stream In has failed 1 time, last at 1970-01-01T00:01:02Z: too late",
                        "      | Look at it.");
        assertThat(shell.applications.get("stocks").note()).isEqualTo("failures, see problems stocks");
    }

    @Test
    void saysWhenThereAreNoProblems() {
        assertThat(shell.inspect.problems(shell.session)).isEqualTo("no problems");
    }

    @Test
    void asksTheTablesOfAnApplication() {
        shell.deployments.add("stocks", 5, "stream In(a INT)");
        shell.deployments.start("stocks");

        assertThat(shell.inspect
                        .query(shell.session, "stocks", "from T", "select *")
                        .lines())
                .containsExactly("asked            n", "stocks           7", "from T select *  null");
        assertThat(shell.inspect.query(shell.session, "stocks", "delete T on T.a == 1"))
                .isEqualTo("done");
    }

    @Test
    void answersAWrongCallWithTheUsage() {
        assertThatThrownBy(() -> shell.inspect.stats(shell.session, "a", "b"))
                .hasToString("usage: stats [<application>]");
    }

    @Test
    void listsTheCommandsAsTheyMustBeTyped() {
        assertThat(shell.inspect.commands(shell.session).lines())
                .anyMatch(line -> line.startsWith("eventflux:start "))
                .anyMatch(line -> line.startsWith("deploy "));
    }
}
