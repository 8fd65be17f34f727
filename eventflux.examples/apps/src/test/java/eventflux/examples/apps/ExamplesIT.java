package eventflux.examples.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each example as a reader does, in the distribution, and compares what it prints. {@code expected.txt} of an example is all that it prints
 * before it ends by itself; {@code expected-first.txt} is how it begins, and it is stopped then as with Ctrl-C; {@code expected-errors.txt} is
 * what it says of a text that cannot run.
 */
class ExamplesIT {

    private static final Path ROOT = Path.of(System.getProperty("eventflux.examples.root"))
            .toAbsolutePath()
            .normalize();
    private static final Path APPS = ROOT.resolve("eventflux.examples/apps");
    private static final Path OUTPUT = ROOT.resolve("eventflux.examples/apps/target/output");
    private static final int RABBITMQ_PORT = 5672;

    @BeforeAll
    static void makeFolder() throws IOException {
        Files.createDirectories(OUTPUT);
    }

    static List<String> examples() {
        try (Stream<Path> files = Files.walk(APPS, 2)) {
            return files.filter(file -> file.endsWith("app.eventflux"))
                    .map(file -> file.getParent().getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void printsWhatItIsExpectedTo(String name) throws Exception {
        requireServer(name);
        Path expected = APPS.resolve(name).resolve("expected.txt");
        Path first = APPS.resolve(name).resolve("expected-first.txt");
        Path errors = APPS.resolve(name).resolve("expected-errors.txt");

        ExampleRun run = ExampleRun.start(ROOT, command(name), freePort(), OUTPUT.resolve(name));
        try {
            if (Files.exists(expected)) {
                assertThat(run.awaitEnd()).as(run.said()).isZero();
                assertThat(run.lines()).as(run.said()).isEqualTo(Files.readAllLines(expected));
            } else if (Files.exists(errors)) {
                assertThat(run.awaitEnd()).as(run.said()).isEqualTo(1);
                assertThat(run.said()).contains(Files.readString(errors));
            } else {
                List<String> beginning = Files.readAllLines(first);
                run.awaitLines(beginning.size());
                assertThat(run.lines()).as(run.said()).startsWith(beginning.toArray(String[]::new));
            }
        } finally {
            run.stop();
        }
    }

    private static List<String> command(String name) {
        String folder = "eventflux.examples/apps/" + name;
        return Files.isExecutable(ROOT.resolve(folder).resolve("run"))
                ? List.of(folder + "/run")
                : List.of("./eventflux", "run", folder + "/app.eventflux");
    }

    @Test
    void standsInTheListOfExamples() throws IOException {
        String list = Files.readString(APPS.resolve("README.md"));

        assertThat(examples()).allSatisfy(name -> assertThat(list).contains("`" + name + "`"));
    }

    private static void requireServer(String name) {
        if (!name.equals("rabbitmq")) {
            return;
        }
        boolean answers = answers(RABBITMQ_PORT);
        if (!answers && Boolean.parseBoolean(System.getenv("EVENTFLUX_REQUIRE_SERVICES"))) {
            throw new AssertionError("no RabbitMQ answers at localhost:" + RABBITMQ_PORT);
        }
        assumeTrue(answers, "passed over: no RabbitMQ answers at localhost:" + RABBITMQ_PORT);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
