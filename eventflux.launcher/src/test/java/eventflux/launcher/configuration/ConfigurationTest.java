package eventflux.launcher.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> set = new HashMap<>();

    private List<String> read(String file, String text) throws IOException {
        Path path = Files.writeString(folder.resolve(file), text);
        return lines(new Configuration(environment, List.of()).read(Optional.of(path), set));
    }

    private List<String> lines(List<ConfiguredSetting> settings) {
        return settings.stream()
                .map(setting -> setting.key() + "=" + setting.value() + " from "
                        + setting.origin().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void readsTablesOfTomlHoweverTheyAreWritten() throws IOException {
        assertThat(read("a.toml", """
                [application]
                name = "Monitor"
                [application.kafka]
                bootstrap.servers = ["k1:9092", "k2:9092"]
                [streams.Orders.kafka.security]
                protocol = "ssl"
                [streams.Orders]
                "kafka.topic" = "orders"
                depth = 3
                on = true
                """))
                .containsExactly(
                        "application.name=Monitor from a.toml",
                        "application.kafka.bootstrap.servers=k1:9092,k2:9092 from a.toml",
                        "streams.Orders.kafka.security.protocol=ssl from a.toml",
                        "streams.Orders.kafka.topic=orders from a.toml",
                        "streams.Orders.depth=3 from a.toml",
                        "streams.Orders.on=true from a.toml");
    }

    @Test
    void readsYamlOfAllGenerations() throws IOException {
        assertThat(read("a.yaml", """
                apiVersion: eventflux.io/v1
                eventflux:
                  application: {name: Monitor}
                refs:
                  - ref:
                      name: store1
                      type: kafka
                      properties: {kafka.topic: t}
                extensions:
                  - extension: {name: http, namespace: source, properties: {port: 8080}}
                """))
                .containsExactly(
                        "apiVersion=eventflux.io/v1 from a.yaml",
                        "application.name=Monitor from a.yaml",
                        "refs.store1.type=kafka from a.yaml",
                        "refs.store1.kafka.topic=t from a.yaml",
                        "extensions.source.http.port=8080 from a.yaml");
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        assertThat(read("a.yaml", "")).isEmpty();
        assertThat(read("a.toml", "# nothing\n")).isEmpty();
    }

    @Test
    void putsTheEnvironmentAboveTheFileAndTheCommandLineAboveBoth() throws IOException {
        environment.put("EVENTFLUX_APPLICATION_KAFKA_TOPIC", "environment");
        environment.put("EVENTFLUX_APPLICATION_KAFKA_KEY", "environment");
        environment.put("EVENTFLUX_OPTS", "-Xmx1g");
        set.put("application.kafka.key", "line");

        assertThat(read("a.toml", "[application.kafka]\ntopic='file'\nkey='file'\nacks='file'\n"))
                .containsExactly(
                        "application.kafka.topic=environment from environment EVENTFLUX_APPLICATION_KAFKA_TOPIC",
                        "application.kafka.key=line from --set",
                        "application.kafka.acks=file from a.toml");
    }

    @Test
    void fillsVariablesIn() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        environment.put("HOST", "k1");
        set.put("PORT", "9093");

        assertThat(read("a.toml", """
                [application]
                a = "${HOST}:${PORT}"
                b = "${NOBODY:none}/${NOBODY:-none}/${NOBODY:}"
                c = "${file:%s}"
                d = "$${HOST}"
                """.formatted(secret)))
                .contains(
                        "application.a=k1:9093 from a.toml",
                        "application.b=none/none/ from a.toml",
                        "application.c=hunter2 from a.toml",
                        "application.d=${HOST} from a.toml");
    }

    @Test
    void asksForAVariableThatIsNotSet() {
        assertThatThrownBy(() -> read("a.toml", "[application]\na = '${NOBODY}'\n"))
                .isInstanceOf(EventFluxException.class)
                .hasMessageContaining("application.a")
                .hasMessageContaining("NOBODY");
    }

    @Test
    void tellsWhereAFileIsWrong() {
        assertThatThrownBy(() -> read("a.toml", "[application]\nname = \n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("a.yaml", "application: [a\nb: c\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("b.yaml", "just text\n")).hasMessageContaining("config-syntax");
    }

    @Test
    void leavesTheRootOfYamlOffOnTheCommandLineToo() throws IOException {
        set.put("eventflux.runtime.mode", "single-node");

        assertThat(read("a.yaml", "eventflux:\n  runtime:\n    mode: other\n"))
                .containsExactly("runtime.mode=single-node from --set");
    }

    @Test
    void suggestsTheNameOfATable() {
        assertThatThrownBy(() -> read("a.toml", "[stream.Orders]\ntopic = 't'\n"))
                .hasMessageContaining("stream")
                .hasMessageContaining("streams");
    }

    @Test
    void findsTheFileOfTheFirstFolderThatHasOne() throws IOException {
        Path second = Files.createDirectories(folder.resolve("second"));
        Files.writeString(second.resolve("eventflux.yaml"), "application: {name: found}\n");

        List<ConfiguredSetting> settings =
                new Configuration(environment, List.of(folder.resolve("first"), second)).read(Optional.empty(), set);

        assertThat(lines(settings)).containsExactly("application.name=found from second/eventflux.yaml");
    }
}
