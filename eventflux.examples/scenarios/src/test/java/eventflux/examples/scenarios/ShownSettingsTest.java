package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EventFluxManager;
import eventflux.api.config.ConfiguredSetting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code config show} lists of an application. */
class ShownSettingsTest {

    @Test
    void listsSourcesSinksDestinationsAndTablesWithoutTheirSecrets() {
        List<String> shown;
        try (EventFluxManager manager = EventFluxManager.create()) {
            shown = manager.configuration("""
                            CREATE STREAM In (v STRING)
                            WITH (type = 'source', extension = 'rabbitmq', format = 'bytes', "rabbitmq.queue" = 'q',
                                  "rabbitmq.uri" = 'amqp://ann:secret@mq');
                            @sink(type = 'inMemory', @map(type = 'text'), @distribution(strategy = 'roundRobin',
                                @destination(topic = 'a'), @destination(topic = 'b')))
                            define stream Out (v string);
                            CREATE TABLE T (v STRING PRIMARY KEY)
                            WITH (extension = 'jdbc', "jdbc.url" = 'jdbc:h2:mem:t', "jdbc.password" = 'secret');
                            INSERT INTO Out SELECT v FROM In;
                            """).stream()
                    .map(ConfiguredSetting::toString)
                    .toList();
        }

        assertThat(shown)
                .anyMatch(line -> line.startsWith("streams.In.rabbitmq.uri = amqp://ann:******@mq (text "))
                .anyMatch(line -> line.startsWith("streams.Out.destination.1.inMemory.topic = a (text "))
                .anyMatch(line -> line.startsWith("streams.Out.destination.2.inMemory.topic = b (text "))
                .anyMatch(line -> line.startsWith("tables.T.jdbc.password = ****** (text "))
                .contains("tables.T.jdbc.pool.size = 10 (default)")
                .noneMatch(line -> line.contains("secret"));
    }
}
