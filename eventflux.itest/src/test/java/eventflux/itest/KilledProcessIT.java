package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A process that is killed without warning goes on, when it is started again, with the state that it had saved. */
public class KilledProcessIT {

    private static final String APPLICATION = """
            @app:name('Ticks')
            @source(type='timer', interval='5')
            define stream Ticks (n long);
            @sink(type='log', layout='pairs', header='false')
            define stream Counts (ticks long);
            from Ticks select count() as ticks insert into Counts;
            """;

    /** More than the second process counts before anybody can see it. */
    private static final long ENOUGH = 100;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void goesOnFromFiles() throws IOException {
        goesOn("--persistence-dir", "states");
    }

    @Test
    public void goesOnFromADatabase() throws IOException {
        goesOn("--sqlite", "states.db");
    }

    private void goesOn(String option, String place) throws IOException {
        Path text = folder.newFile("ticks.eventflux").toPath();
        Files.writeString(text, APPLICATION);
        String states = folder.getRoot().toPath().resolve(place).toString();
        String[] arguments = {"run", text.toString(), option, states, "--set", "persistence.interval=50"};

        // given
        try (Run first = new Run(arguments)) {
            long seen = 0;
            while (seen < ENOUGH) {
                seen = first.nextCount();
            }
            SavedStates saved = new SavedStates(Path.of(states));
            while (!saved.isSaved()) {
                first.nextCount();
            }
        }

        // when
        long begin;
        try (Run second = new Run(arguments)) {
            begin = second.nextCount();
        }

        // then
        assertThat(begin).isGreaterThan(ENOUGH);
    }

    /** One process; closing kills it. */
    private static final class Run implements AutoCloseable {

        private final Process process;
        private final BufferedReader out;

        Run(String... arguments) throws IOException {
            Path dist = Node.place("dist");
            List<String> command =
                    new ArrayList<>(List.of(dist.resolve("bin/eventflux").toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("EVENTFLUX_ARCHIVE", "none");
            process = builder.start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The number that it prints next. */
        long nextCount() throws IOException {
            StringBuilder others = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                int at = line.indexOf("ticks=");
                if (at >= 0) {
                    return Long.parseLong(line.substring(at + "ticks=".length()).strip());
                }
                others.append(line).append('\n');
            }
            throw new AssertionError("it ended:\n" + others);
        }

        @Override
        public void close() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
