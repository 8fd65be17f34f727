package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EventFluxManager;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.testkit.scenario.Scenario;
import eventflux.testkit.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the page of what runs names scenarios that exist, and that scenarios leave no extension of the language out. */
class CoveragePageTest {

    private static final Path PAGE = Path.of("../../docs/guide/coverage.md");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)]\\(\\S*/files/([\\w-]+\\.flux\\.md)\\)");
    private static final Set<ExtensionKind> CALLED =
            Set.of(ExtensionKind.WINDOW, ExtensionKind.AGGREGATOR, ExtensionKind.STREAM_FUNCTION);

    private final List<Scenario> scenarios = ScenarioFile.readAll(Path.of("files"));

    @Test
    void namesAScenarioForEachConstruct() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| construct |"))
                .toList();

        assertThat(rows).isNotEmpty().allMatch(row -> LINK.matcher(row).find());
    }

    @Test
    void namesScenariosThatExist() throws IOException {
        Set<String> present = scenarios.stream()
                .map(scenario -> scenario.file() + ": " + scenario.name())
                .collect(Collectors.toSet());

        List<String> named = LINK.matcher(Files.readString(PAGE))
                .results()
                .map(link -> link.group(2) + ": " + link.group(1))
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(present);
    }

    @Test
    void noExtensionOfTheLanguageIsWithoutScenario() {
        String texts = scenarios.stream()
                .flatMap(scenario -> scenario.texts().values().stream())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT)
                .replace("_", "");

        try (EventFluxManager manager = EventFluxManager.create()) {
            List<String> left = manager.extensions().stream()
                    .filter(extension -> CALLED.contains(extension.kind()))
                    .filter(extension -> !extension.provider().contains("test-classes"))
                    .filter(extension -> names(extension).noneMatch(name -> isCalled(texts, name)))
                    .map(ExtensionDescriptor::qualifiedName)
                    .toList();

            assertThat(left).isEmpty();
        }
    }

    private static Stream<String> names(ExtensionDescriptor extension) {
        return Stream.concat(Stream.of(extension.qualifiedName()), extension.aliases().stream());
    }

    private static boolean isCalled(String texts, String name) {
        String word = name.toLowerCase(Locale.ROOT).replace("_", "");
        return texts.contains(word + "(") || texts.contains("window('" + word + "'");
    }
}
