package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.query.ParseResult;
import eventflux.api.query.QueryParser;
import eventflux.api.query.TextFormatter;
import eventflux.testkit.scenario.Scenario;
import eventflux.testkit.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That every text of ours says the same when it is formatted, and stays as it is when that is done twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormattingTest {

    private final TextFormatter formatter =
            ServiceLoader.load(TextFormatter.class).findFirst().orElseThrow();
    private final QueryParser parser =
            ServiceLoader.load(QueryParser.class).findFirst().orElseThrow();

    /** All but those that show a mistake of the syntax, which cannot be formatted. */
    List<String> scenarios() {
        return ScenarioFile.readAll(Path.of("files")).stream()
                .map(Scenario::texts)
                .flatMap(texts -> texts.values().stream())
                .filter(text -> parser.parse(text).problems().isEmpty())
                .toList();
    }

    List<String> applications() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../apps"))) {
            return files.filter(file -> file.toString().endsWith(".eventflux"))
                    .map(FormattingTest::read)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource({"scenarios", "applications"})
    void keepsWhatATextSays(String text) {
        String formatted = formatter.format(text);

        assertThat(tree(formatted)).as(formatted).isEqualTo(tree(text));
        assertThat(formatter.format(formatted)).isEqualTo(formatted);
    }

    /** The tree as text, without places. */
    private String tree(String text) {
        ParseResult result = parser.parse(text);
        assertThat(result.problems()).as(text).isEmpty();
        return result.application().toString().replaceAll("position=[^,\\]]*(\\[[^]]*])?", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError("cannot read " + file, unreadable);
        }
    }
}
