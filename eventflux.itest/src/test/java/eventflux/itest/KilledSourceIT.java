package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A process that reads a file is killed without warning, again and again: no row is lost, and none counts twice in what it remembers. */
public class KilledSourceIT {

    private static final int ROWS = 60_000;
    private static final int TIMES = 3;
    private static final int END_BYTES = 10_000;
    private static final Pattern LINE = Pattern.compile("(\\d+),(\\d+),(\\d+)");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path at(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private String application() {
        return """
                @app:name('Rows')
                @source(type='file', file.path='%s', follow='true', poll.interval='20', @map(type='csv'))
                define stream Rows (n long);
                @sink(type='file', file.path='%s', @map(type='csv', header='false'))
                define stream Sums (n long, rows long, total long);
                from Rows select n, count() as rows, sum(n) as total insert into Sums;
                """.formatted(at("in.csv"), at("out.csv"));
    }

    @Test
    public void losesNoRowAndCountsNoneTwice() throws Exception {
        Path text = folder.newFile("rows.eventflux").toPath();
        Files.writeString(text, application());
        Files.writeString(at("in.csv"), "n\n");
        String[] arguments = {
            "run", text.toString(), "--persistence-dir", at("states").toString(), "--set", "persistence.interval=30"
        };

        // when
        int written = 0;
        for (int time = 0; time < TIMES; time++) {
            Process process = start(arguments);
            try {
                int until = ROWS * (time + 1) / TIMES;
                int half = (written + until) / 2;
                while (written < until) {
                    append(written + 1, written + 500);
                    written += 500;
                    if (written <= half) {
                        awaitRow(written);
                    }
                    if (written == half) {
                        // Rotated twice since the place that is known, a file would not be found again.
                        SavedStates saved = new SavedStates(at("states"));
                        Await.until("a state is saved", saved::isSaved);
                    }
                }
            } finally {
                process.destroyForcibly();
                process.onExit().join();
            }
            // A file that is rotated while nobody reads it is read to its end.
            Files.move(at("in.csv"), at("in.csv." + time));
            Files.writeString(at("in.csv"), "n\n");
        }
        Process last = start(arguments);
        try {
            awaitRow(ROWS);
        } finally {
            last.destroyForcibly();
            last.onExit().join();
        }

        // then
        List<long[]> rows = rows();
        BitSet seen = new BitSet();
        rows.forEach(row -> seen.set((int) row[0]));
        assertThat(seen.cardinality()).isEqualTo(ROWS);
        for (long[] row : rows) {
            assertThat(row).containsExactly(row[0], row[0], row[0] * (row[0] + 1) / 2);
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Node.place("dist").resolve("bin/eventflux").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("EVENTFLUX_ARCHIVE", "none");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private void append(int from, int to) throws IOException {
        String lines = IntStream.rangeClosed(from, to).mapToObj(n -> n + "\n").collect(Collectors.joining());
        Files.writeString(at("in.csv"), lines, StandardOpenOption.APPEND);
    }

    private void awaitRow(int n) {
        Await.until("row " + n + " is out", () -> {
            try {
                return Files.exists(at("out.csv")) && end(at("out.csv")).contains("\n" + n + ",");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String end(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(END_BYTES, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        }
    }

    // A line that was being written when the process was killed is none.
    private List<long[]> rows() throws IOException {
        List<long[]> rows = new ArrayList<>();
        if (!Files.exists(at("out.csv"))) {
            return rows;
        }
        List<String> lines = List.of(Files.readString(at("out.csv")).split("\n"));
        for (String line : lines) {
            Matcher row = LINE.matcher(line);
            if (row.matches()) {
                rows.add(new long[] {
                    Long.parseLong(row.group(1)), Long.parseLong(row.group(2)), Long.parseLong(row.group(3))
                });
            }
        }
        return rows;
    }
}
