package eventflux.examples.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One example, as a process of its own whose output goes into files. */
final class ExampleRun {

    private static final long PATIENCE_SECONDS = 180;
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Process process;
    private final Path printed;
    private final Path errors;

    private ExampleRun(Process process, Path printed, Path errors) {
        this.process = process;
        this.printed = printed;
        this.errors = errors;
    }

    /**
     * Starts an example.
     *
     * @param port a free one, which the example finds as PORT; it finds a name of its own as NAME
     */
    static ExampleRun start(Path root, List<String> command, int port, Path output) throws IOException {
        Path printed = Path.of(output + ".out");
        Path errors = Path.of(output + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(printed.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("NAME", "eventflux.example." + System.nanoTime());
        return new ExampleRun(builder.start(), printed, errors);
    }

    /** Waits until it has ended by itself; answers its exit code. */
    int awaitEnd() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + said());
        }
        return process.exitValue();
    }

    /** Waits until it has printed so many whole lines. */
    void awaitLines(int count) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (lines().size() < count) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(count + " lines do not come: " + said());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** The whole lines printed so far. */
    List<String> lines() throws IOException {
        String text = Files.readString(printed);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Everything that it said, for people. */
    String said() throws IOException {
        return "printed:\n" + Files.readString(printed) + "errors:\n" + Files.readString(errors);
    }

    /** Asks it and what it started to end, as a terminal would, and waits for that. */
    void stop() throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not stop");
        }
    }
}
