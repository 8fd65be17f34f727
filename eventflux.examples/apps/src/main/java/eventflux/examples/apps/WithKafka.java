package eventflux.examples.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a command while a broker of Kafka runs beside it. The command finds the broker's address as {@code KAFKA} in its environment; when it
 * ends, the broker ends, with all that it kept, and so does this program, with the command's exit code.
 */
public final class WithKafka {

    private WithKafka() {}

    /** Runs the command that the arguments are. */
    public static void main(String[] command) throws Exception {
        if (command.length == 0) {
            System.err.println("usage: with-kafka COMMAND [ARGUMENT...]");
            System.exit(2);
        }
        System.exit(run(List.of(command)));
    }

    private static int run(List<String> command) throws Exception {
        Path data = Files.createTempDirectory("eventflux-kafka");
        Broker broker = Broker.start(data);
        System.err.println("with-kafka: a broker listens at " + broker.address());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("KAFKA", broker.address());
        Process process = builder.start();
        // At the end as with Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.destroy();
            broker.close();
            delete(data);
        }));
        return process.waitFor();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("with-kafka: " + folder + " cannot be removed: " + e);
        }
    }
}
