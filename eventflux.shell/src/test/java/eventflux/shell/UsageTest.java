package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final Pattern FUNCTIONS = Pattern.compile("function = \\{?([^})]*)");
    private static final Pattern NAME = Pattern.compile("\"([a-z]+)\"");

    // The annotation is gone when classes are loaded, so its sources are read.
    private static List<String> registered() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/eventflux/shell"))) {
            for (Path source : sources.toList()) {
                FUNCTIONS
                        .matcher(Files.readString(source))
                        .results()
                        .flatMap(found -> NAME.matcher(found.group(1)).results())
                        .map((MatchResult name) -> name.group(1))
                        .forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void everyCommandThatIsListedIsRegistered() throws IOException {
        assertThat(registered())
                .containsAll(Stream.of(Usage.values()).map(Usage::command).toList());
    }

    @Test
    void everyCommandTellsWhatItDoesWhenAskedForHelp() {
        for (Usage usage : Usage.values()) {
            assertThatThrownBy(() -> usage.check(new Object[] {"--help"}, 1, 2))
                    .hasToString(
                            ("usage: " + usage.typed() + " " + usage.arguments()).strip() + "\n" + usage.purpose());
        }
        assertThatThrownBy(() -> Usage.ERRORS.check(new Object[] {"stocks", "-h"}, 1, 2))
                .hasMessageStartingWith("usage: errors");
    }

    @Test
    void aValueMayLookLikeTheOption() {
        assertThat(Usage.SEND.check(new Object[] {"stocks", "In", "--help"}, 3, 3))
                .containsExactly("stocks", "In", "--help");
    }
}
