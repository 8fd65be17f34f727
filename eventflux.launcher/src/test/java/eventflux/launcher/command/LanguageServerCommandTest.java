package eventflux.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eventflux.launcher.ExitCode;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LanguageServerCommandTest {

    private final FakeNode engine = new FakeNode();
    private final InputStream processIn = System.in;
    private final PrintStream processOut = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void replaceStandardStreams() {
        System.setIn(new ByteArrayInputStream("hello".getBytes(UTF_8)));
        System.setOut(new PrintStream(out, true, UTF_8));
    }

    @AfterEach
    void giveStandardStreamsBack() {
        System.setIn(processIn);
        System.setOut(processOut);
    }

    @Test
    void keepsTheStandardOutputForTheProtocol() {
        int code = CommandLines.create(engine).execute("lsp");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).isEqualTo("hello");
        assertThat(engine.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.profile()).isEqualTo(Profile.EDITOR));
        assertThat(engine.closed).isTrue();
    }
}
