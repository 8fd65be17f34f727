package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the language guide shows nothing that no scenario runs. */
class LanguageGuideTest {

    private static final Path GUIDE = Path.of("../../docs/guide/language.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    @Test
    void takesItsExamplesFromScenarios() throws IOException {
        Set<String> run;
        try (Stream<Path> files = Files.list(Path.of("files"))) {
            run = files.flatMap(file -> blocks(file).stream()).collect(Collectors.toSet());
        }

        List<String> shown = blocks(GUIDE);

        assertThat(shown).isNotEmpty().isSubsetOf(run);
    }

    private static List<String> blocks(Path file) {
        try {
            return BLOCK.matcher(Files.readString(file))
                    .results()
                    .map(block -> block.group(1) + "\n" + block.group(2))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError("cannot read " + file, unreadable);
        }
    }
}
