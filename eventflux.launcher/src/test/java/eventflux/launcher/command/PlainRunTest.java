package eventflux.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.Problem;
import eventflux.launcher.ExitCode;
import eventflux.launcher.LauncherError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainRunTest {

    @TempDir
    private Path folder;

    private final FakeNode engine = new FakeNode();
    private final StringWriter err = new StringWriter();
    private String file;

    @BeforeEach
    void writeApplication() throws IOException {
        file = Files.writeString(folder.resolve("app.eventflux"), "text").toString();
    }

    @Test
    void understandsTheTwoPlainForms() {
        assertThat(PlainRun.fileOf(file)).contains(Path.of(file));
        assertThat(PlainRun.fileOf("run", file)).contains(Path.of(file));
    }

    @Test
    void leavesEverythingElseToTheLibrary() {
        assertThat(PlainRun.fileOf()).isEmpty();
        assertThat(PlainRun.fileOf("run")).isEmpty();
        assertThat(PlainRun.fileOf("--help")).isEmpty();
        assertThat(PlainRun.fileOf("run", "--help")).isEmpty();
        assertThat(PlainRun.fileOf("validate", file)).isEmpty();
        assertThat(PlainRun.fileOf("run", file, "--set", "a=b")).isEmpty();
        assertThat(PlainRun.fileOf("run", folder.resolve("none").toString())).isEmpty();
    }

    @Test
    void runsTheFile() {
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(engine.applications)
                .singleElement()
                .satisfies(app -> assertThat(app.text()).isEqualTo("text"));
        assertThat(engine.closed).isTrue();
    }

    @Test
    void reportsProblemsAsTheLibraryDoes() {
        engine.problems.add(Problem.of(LauncherError.FILE_NOT_FOUND, "file", "a.csv"));

        assertThat(run()).isEqualTo(ExitCode.APPLICATION);
        assertThat(err.toString()).contains("app.eventflux: error: there is no file a.csv [file-not-found]");
    }

    private int run() {
        return new PlainRun(engine, new PrintWriter(err)).run(Path.of(file));
    }
}
