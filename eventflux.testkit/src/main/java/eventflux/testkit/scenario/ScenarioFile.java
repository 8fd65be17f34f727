package eventflux.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads scenario files ({@code *.flux.md}). Each second-level heading begins a scenario; its fenced blocks are
 *
 * <ul>
 *   <li>{@code sql} and {@code classic}: the application; when both are there, both are run
 *   <li>{@code input}: a line an event, {@code @time Stream value, value …}, or {@code @time} alone to let time pass
 *   <li>{@code output}: a line a row of every stream that the input does not name, {@code @time Stream value, value …}; the
 *       time may be left off when it does not matter. A line {@code query: …} in place of the stream shows rows of a query,
 *       with {@code -} before the values of one that has left
 *   <li>{@code problems}: a line a problem, {@code code line:column}
 * </ul>
 *
 * Everything else is prose.
 */
public final class ScenarioFile {

    private static final String HEADING = "## ";
    private static final String FENCE = "```";

    private final String file;
    private final List<Scenario> scenarios = new ArrayList<>();
    private final Map<String, List<String>> blocks = new LinkedHashMap<>();
    private String name = "";

    private ScenarioFile(String file) {
        this.file = file;
    }

    /** The scenarios of one file, in order. */
    public static List<Scenario> read(Path path) {
        try {
            return parse(path.getFileName().toString(), Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenarios of all files of a folder and its folders, by name of the file. */
    public static List<Scenario> readAll(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".flux.md"))
                    .sorted()
                    .flatMap(path -> read(path).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenarios of a text. */
    public static List<Scenario> parse(String file, List<String> lines) {
        ScenarioFile reader = new ScenarioFile(file);
        reader.read(lines);
        return reader.scenarios;
    }

    private void read(List<String> lines) {
        String block = null;
        for (String line : lines) {
            if (block != null && line.startsWith(FENCE)) {
                block = null;
            } else if (block != null) {
                blocks.get(block).add(line);
            } else if (line.startsWith(FENCE)) {
                block = line.substring(FENCE.length()).strip();
                blocks.put(block, new ArrayList<>());
            } else if (line.startsWith(HEADING)) {
                finish();
                name = line.substring(HEADING.length()).strip();
            }
        }
        if (block != null) {
            throw new IllegalArgumentException(file + ": " + name + ": block " + block + " has no end");
        }
        finish();
    }

    private void finish() {
        if (!blocks.isEmpty()) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (String dialect : List.of("sql", "classic")) {
                if (blocks.containsKey(dialect)) {
                    texts.put(dialect, String.join("\n", blocks.get(dialect)) + "\n");
                }
            }
            scenarios.add(new Scenario(name, file, texts, steps(), contentOf("output"), contentOf("problems")));
        }
        blocks.clear();
    }

    private List<ScenarioStep> steps() {
        List<ScenarioStep> steps = new ArrayList<>();
        contentOf("input").forEach(line -> steps.add(new StepReader(file + ": " + name, line).read()));
        return steps;
    }

    private List<String> contentOf(String block) {
        return blocks.getOrDefault(block, List.of()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
