package eventflux.ext.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import eventflux.api.EngineOptions;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.sink.SinkContract;
import eventflux.testkit.source.SourceContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class RabbitContractsTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    private final String queue = "eventflux-contract-" + System.nanoTime();
    private Connection connection;
    private Channel channel;

    @BeforeAll
    static void requireServer() {
        RabbitServer.require();
    }

    @BeforeEach
    void declareQueue() throws Exception {
        connection = RabbitServer.connect();
        channel = connection.createChannel();
        channel.queueDeclare(queue, true, false, false, Map.of());
    }

    @AfterEach
    void deleteQueue() throws Exception {
        channel.queueDelete(queue);
        connection.close();
    }

    @Nested
    class OfSources extends SourceContract {

        @Override
        protected SourceFactory factory() {
            return new RabbitSourceFactory();
        }

        @Override
        protected Schema schema() {
            return SCHEMA;
        }

        @Override
        protected Source source() {
            return factory()
                    .create(EndpointFixture.mapped(
                                    RabbitSourceFactory.class, SCHEMA, Map.of("host", "localhost", "queue", queue))
                            .at(new EngineOptions().timeSource()));
        }

        @Override
        protected void bring() throws Exception {
            channel.basicPublish("", queue, null, "one".getBytes(UTF_8));
        }
    }

    @Nested
    class OfSinks extends SinkContract {

        @Override
        protected SinkFactory factory() {
            return new RabbitSinkFactory();
        }

        @Override
        protected Sink sink() {
            return factory()
                    .create(EndpointFixture.mapped(
                            RabbitSinkFactory.class, SCHEMA, Map.of("host", "localhost", "routing.key", queue)));
        }

        @Override
        protected void publish(Sink sink, int number) throws Exception {
            byte[] bytes = String.valueOf(number).getBytes(UTF_8);
            ((MessageSink) sink).publish(bytes, 0, bytes.length);
        }

        @Override
        protected List<Integer> outside() throws Exception {
            List<Integer> numbers = new ArrayList<>();
            for (GetResponse next = channel.basicGet(queue, true); next != null; next = channel.basicGet(queue, true)) {
                numbers.add(Integer.valueOf(new String(next.getBody(), UTF_8)));
            }
            return numbers;
        }
    }
}
