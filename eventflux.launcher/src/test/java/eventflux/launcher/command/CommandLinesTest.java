package eventflux.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eventflux.api.AppState;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.launcher.ExitCode;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;

class CommandLinesTest {

    @TempDir
    private Path folder;

    private final FakeNode engine = new FakeNode();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path application;

    @BeforeEach
    void writeApplication() throws IOException {
        application = Files.writeString(folder.resolve("app.eventflux"), "SELECT prices FROM Stock;\n");
    }

    @Test
    void runsAFileToTheEndOfItsInput() {
        int code = execute("run", application);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(engine.applications).singleElement().satisfies(app -> {
            assertThat(app.text()).isEqualTo("SELECT prices FROM Stock;\n");
            assertThat(app.state()).isEqualTo(AppState.STOPPED);
        });
        assertThat(engine.closed).isTrue();
    }

    @Test
    void takesABareFileAsRun() {
        int code = execute(application, "--set", "a.b=1");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(engine.applications).hasSize(1);
        assertThat(settings()).containsEntry("a.b", "1");
    }

    @Test
    void takesOptionsBeforeTheCommandAndThoseBehindItOverThem() {
        int code = execute("--set", "a=1", "--set", "b=1", "run", application, "--set", "b=2");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(settings()).containsEntry("a", "1").containsEntry("b", "2");
    }

    @Test
    void asksWhatIsAskedWhenTheInputHasEnded() {
        int code = execute("run", application, "--query", "from T select \"a\", b", "-q", "from U");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .containsExactly("text,n", "\"from T select \"\"a\"\", b\",", "\"\",7", "text,n", "from U,", "\"\",7");
    }

    @Test
    void answersForAnApplicationThatFailedWhileItRan() {
        engine.failure = new EventFluxException(Problem.of(TestError.TEST_AWAY));

        int code = execute("run", application);

        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString()).contains("[test-away]");
        assertThat(engine.applications)
                .singleElement()
                .extracting(EndedApplication::state)
                .isEqualTo(AppState.STOPPED);
    }

    @Test
    void printsProblemsWithTheirPlaceAndTheMarkedLine() {
        engine.problems.add(unknownColumn());

        int code = execute("run", application);

        assertThat(code).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString())
                .contains("app.eventflux:1:8: error: no column prices [test-unknown-column]")
                .contains("    1 | SELECT prices FROM Stock;")
                .contains("      |        ^^^^^^")
                .contains("did you mean price?");
    }

    @Test
    void validatesWithoutRunning() {
        int code = execute("validate", application);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("app.eventflux: no errors");
        assertThat(engine.applications).isEmpty();
    }

    @Test
    void answersForTheWorstOfSeveralTexts() {
        engine.problems.add(unknownColumn());

        int code = execute("validate", application, application);

        assertThat(code).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString().split("test-unknown-column", -1)).hasSize(3);
    }

    @Test
    void printsAFormattedText() throws IOException {
        Files.writeString(application, "\n  SELECT prices FROM Stock;");

        int code = execute("format", application);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out).hasToString("SELECT prices FROM Stock;\n");
        assertThat(application).hasContent("\n  SELECT prices FROM Stock;");
    }

    @Test
    void rewritesATextInPlaceWhenAsked() throws IOException {
        Files.writeString(application, "\n  SELECT prices FROM Stock;");

        int code = execute("format", "--write", application);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(application)).isEqualTo("SELECT prices FROM Stock;\n");
    }

    @Test
    void namesTheTextsThatAreNotFormatted() throws IOException {
        Path other = Files.writeString(folder.resolve("other.eventflux"), "\nSELECT 1;");

        assertThat(execute("format", "--check", application)).isEqualTo(ExitCode.OK);
        assertThat(execute("format", "--check", application, other)).isEqualTo(ExitCode.APPLICATION);
        assertThat(out.toString()).isEqualToIgnoringNewLines(other + ": not formatted");
        assertThat(execute("format", "--check", "--write", application)).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void formatsNothingThatCannotBeRead() {
        engine.problems.add(unknownColumn());

        int code = execute("format", "--write", application);

        assertThat(code).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString()).contains("app.eventflux:1:8: error:");
    }

    @Test
    void validatesTheOthersBesideFilesThatCannotBeRead() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.eventflux"), " \n");
        Path latin = Files.write(
                folder.resolve("latin.eventflux"), "-- one\n-- M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));

        int code = execute("validate", folder, empty, latin, application);

        assertThat(code).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString())
                .contains(folder + " is a folder: name the text in it")
                .contains(empty + " is empty")
                .contains(latin + " is no text in UTF-8: line 2 has other bytes");
        assertThat(out.toString()).contains("app.eventflux: no errors");
    }

    @Test
    void saysHowASettingIsWritten() {
        int code = execute("run", "--set", "ab", application);

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Value for option '--set' (KEY=VALUE) should be in KEY=VALUE format");
    }

    @Test
    void explainsPlanAndPipeline() {
        int code = execute("explain", application);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("== plan ==").contains("filter SELECT prices FROM Stock;");
    }

    @Test
    void explainsEveryStageWhenAsked() {
        int code = execute("explain", "--all", application);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("== syntax tree ==").contains("== plan ==");
    }

    @Test
    void listsExtensionsInColumns() {
        engine.extensions.add(extension("length", "Keeps the last rows."));
        engine.extensions.add(extension("externalTimeBatch", "Batches by a column."));

        int code = execute("extensions");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).matches("window +length +Keeps the last rows\\. *"))
                .anySatisfy(line -> assertThat(line).matches("window +externalTimeBatch +Batches by a column\\. *"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "start"})
    void startsANodeUnderBothNames(String command) {
        int code = execute(command);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(engine.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.profile()).isEqualTo(Profile.NODE));
    }

    @Test
    void letsSingleSettingsWinOverTheConfigurationFile() throws IOException {
        Path config = Files.writeString(folder.resolve("engine.properties"), "a=file\nb=file\n");

        execute("run", application, "--config", config, "--set", "b=line", "--set", "c=x=y");

        assertThat(settings()).isEqualTo(Map.of("a", "file", "b", "line", "c", "x=y"));
    }

    @Test
    void takesSeveralExtensions() throws IOException {
        Path one = Files.createFile(folder.resolve("one.jar"));
        Path two = Files.createFile(folder.resolve("two.jar"));

        execute("run", application, "--extension", one, "-e", two);

        assertThat(engine.requests.get(0).extensions()).isEqualTo(List.of(one, two));
    }

    private Map<String, String> settings() {
        return engine.requests.get(0).settings().stream()
                .collect(Collectors.toMap(ConfiguredSetting::key, ConfiguredSetting::value));
    }

    @Test
    void showsSettingsWithTheirOriginAndWithoutSecrets() throws IOException {
        Path config = Files.writeString(folder.resolve("engine.toml"), """
                [application.kafka]
                bootstrap.servers = "k1:9092"
                sasl.password = "hunter2"
                """);

        int code = execute("config", "show", "--config", config, "--set", "application.kafka.group.id=g");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .containsExactly(
                        "application.kafka.bootstrap.servers = k1:9092  # " + config,
                        "application.kafka.sasl.password = ******       # " + config,
                        "application.kafka.group.id = g                 # --set");
    }

    @Test
    void saysWhichConfigurationItDoesNotUnderstand() throws IOException {
        Path config = Files.createFile(folder.resolve("engine.json"));

        assertThat(execute("run", application, "--config", config)).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString()).contains("config-format");
    }

    @ParameterizedTest
    @CsvSource({"--persistence-dir, file", "--sqlite, sqlite"})
    void tellsTheEngineWhereToKeepState(String option, String store) {
        execute("run", application, option, folder.resolve("state"), "--set", "persistence.interval=5 sec");

        assertThat(engine.requests.get(0).settings())
                .extracting(ConfiguredSetting::key, ConfiguredSetting::value, ConfiguredSetting::origin)
                .contains(
                        tuple("persistence.type", store, option),
                        tuple("persistence.path", folder.resolve("state").toString(), option),
                        tuple("persistence.interval", "5 sec", "--set"));
    }

    @Test
    void keepsStateInOnePlaceOnly() {
        assertThat(execute("run", application, "--persistence-dir", "a", "--sqlite", "b"))
                .isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString()).contains("two-stores");
        assertThat(engine.requests).isEmpty();
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThat(execute("run", folder.resolve("none.eventflux"))).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString()).contains("file-not-found").contains("none.eventflux");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(execute("valdate", application)).isEqualTo(ExitCode.USAGE);
        assertThat(execute("valdate")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean validate?");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        assertThat(execute("run", application, "--extention", "x.jar")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--extension");
    }

    @Test
    void printsAllAboutOneExtension() {
        engine.extensions.add(extension("length", "Keeps the last rows."));
        engine.extensions.add(extension("externalTimeBatch", "Batches by a column."));

        assertThat(execute("extensions", "length")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("window length  from").contains("Keeps the last rows.");
        assertThat(out.toString()).doesNotContain("externalTimeBatch");
    }

    @Test
    void suggestsAKindOfExtension() {
        assertThat(execute("new-extension", "Windw", "acme:top")).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString()).contains("Windw is no kind of extension").contains("did you mean window?");
    }

    @Test
    void refusesNameSpacesThatQueriesWouldHaveToQuote() {
        assertThat(execute("new-extension", "function", "select:margin")).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString()).contains("select is a word of the language").contains("select:margin");
    }

    @Test
    void suggestsTheExtensionThatMayHaveBeenMeant() {
        engine.extensions.add(extension("length", "Keeps the last rows."));

        assertThat(execute("extensions", "lenght")).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString()).contains("no extension").contains("did you mean length?");
    }

    @Test
    void saysInTwoLinesWhatIsWrongWithTheCommandLine() {
        assertThat(execute("runn", "app.eventflux")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("runn is neither a command nor a file")
                .contains("did you mean run?");
        err.getBuffer().setLength(0);

        assertThat(execute("validate", application, "--sett", "a=b")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines())
                .hasSizeLessThan(5)
                .last()
                .isEqualTo("eventflux validate --help says how it is used");
    }

    @Test
    void printsUsageWhenNothingIsAsked() {
        assertThat(execute()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Usage: eventflux").contains("Exit codes:");
    }

    @Test
    void completesCommandsAndOptionsInAShell() {
        assertThat(execute("completion")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("validate").contains("--persistence-dir");
    }

    private int execute(Object... arguments) {
        String[] words = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        CommandLine line = CommandLines.create(engine);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        return line.execute(words);
    }

    private static Problem unknownColumn() {
        return Problem.of(TestError.TEST_UNKNOWN_COLUMN, "name", "prices")
                .at(new SourcePosition(1, 8, 6))
                .suggesting("price");
    }

    private static ExtensionDescriptor extension(String name, String description) {
        return new ExtensionDescriptor(
                ExtensionKind.WINDOW,
                "",
                name,
                List.of(),
                description,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "test");
    }

    private enum TestError implements ErrorCode {
        TEST_UNKNOWN_COLUMN(ErrorKind.USER, "no column {name}"),
        TEST_AWAY(ErrorKind.EXTERNAL, "nobody answers");

        private final ErrorKind kind;
        private final String template;

        TestError(ErrorKind kind, String template) {
            this.kind = kind;
            this.template = template;
        }

        @Override
        public ErrorKind kind() {
            return kind;
        }

        @Override
        public String template() {
            return template;
        }
    }
}
