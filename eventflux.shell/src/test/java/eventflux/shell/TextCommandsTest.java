package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextCommandsTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void findsNothingWrongWithAGoodText() throws IOException {
        write("good.eventflux", "stream S(a INT)");

        assertThat(shell.texts.validate(shell.session, "good.eventflux")).isEqualTo("good.eventflux: no problems");
    }

    @Test
    void failsWithEveryProblemAndItsMarkedLine() throws IOException {
        write("bad.eventflux", "mistake one\nfine\nmistake two");

        assertThatThrownBy(() -> shell.texts.validate(shell.session, "bad.eventflux"))
                .hasToString("""
                        bad.eventflux:1:1: error: a mistake [mistake]
                            1 | mistake one
                              | ^^^^^
                        bad.eventflux:3:1: error: a mistake [mistake]
                            3 | mistake two
                              | ^^^^^""");
    }

    @Test
    void answersWarningsWithoutFailing() throws IOException {
        write("doubtful.eventflux", "doubt");

        assertThat(shell.texts.validate(shell.session, "doubtful.eventflux"))
                .startsWith("doubtful.eventflux:1:1: warning: a doubt");
    }

    @Test
    void saysWhenThereIsNoSuchFile() {
        assertThatThrownBy(() -> shell.texts.validate(shell.session, "no.eventflux"))
                .hasToString("there is no file no.eventflux");
    }

    @Test
    void printsAFormattedFile() throws IOException {
        write("bad.eventflux", "mistake one");
        write("good.eventflux", " stream S(a INT) ");

        assertThat(shell.texts.format(shell.session, "good.eventflux")).isEqualTo("stream S(a INT)");
        assertThatThrownBy(() -> shell.texts.format(shell.session, "bad.eventflux"))
                .hasToString("bad.eventflux:1:1: error: a mistake [mistake]\n    1 | mistake one\n      | ^^^^^");
        assertThatThrownBy(() -> shell.texts.format(shell.session, "no.eventflux"))
                .hasToString("there is no file no.eventflux");
    }

    @Test
    void explainsAnApplicationAFileOrAText() throws IOException {
        shell.run("stocks", "stream A(a INT)");
        write("file.eventflux", "stream B(a INT)");

        assertThat(shell.texts.explain(shell.session, "stocks"))
                .isEqualTo("== plan ==\nstream A(a INT)\n== pipeline ==\nsteps");
        assertThat(shell.texts.explain(shell.session, "file.eventflux"))
                .isEqualTo("== plan ==\nstream B(a INT)\n== pipeline ==\nsteps");
        assertThat(shell.texts.explain(shell.session, "stream", "C(a", "INT)"))
                .isEqualTo("== plan ==\nstream C(a INT)\n== pipeline ==\nsteps");
        assertThatThrownBy(() -> shell.texts.explain(shell.session, "stoks"))
                .hasToString("stoks is neither an application nor a file; a text needs quotes");
        assertThatThrownBy(() -> shell.texts.explain(shell.session, "mistake 1"))
                .hasToString("text:1:1: error: a mistake [mistake]\n    1 | mistake 1\n      | ^^^^^");
    }

    @Test
    void explainsEveryStageWhenAsked() {
        assertThat(shell.texts.explain(shell.session, "--all", "stream", "A(a", "INT)"))
                .isEqualTo("== syntax tree ==\ntree\n== plan ==\nstream A(a INT)\n== pipeline ==\nsteps");
        assertThatThrownBy(() -> shell.texts.explain(shell.session, "--all"))
                .hasToString("usage: explain [--all] <application, file or 'text'>");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
