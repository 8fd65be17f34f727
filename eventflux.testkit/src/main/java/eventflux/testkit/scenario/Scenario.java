package eventflux.testkit.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One behaviour: a text, what goes in and what comes out.
 *
 * @param name a sentence, the heading in the file
 * @param file the file's name
 * @param texts the application by dialect ({@code sql}, {@code classic}); each must give the same output
 * @param input the steps, in order
 * @param output the lines expected; empty when problems are
 * @param problems the problems expected, as {@code code line:column}; empty when the text is right
 */
public record Scenario(
        String name,
        String file,
        Map<String, String> texts,
        List<ScenarioStep> input,
        List<String> output,
        List<String> problems) {

    /** Refuses a scenario that shows nothing. */
    public Scenario {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        texts = Map.copyOf(texts);
        input = List.copyOf(input);
        output = List.copyOf(output);
        problems = List.copyOf(problems);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(file + ": " + name + ": no application text");
        }
        if (input.isEmpty() && problems.isEmpty()) {
            throw new IllegalArgumentException(file + ": " + name + ": neither input nor problems");
        }
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
