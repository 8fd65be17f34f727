package eventflux.ext.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import eventflux.testkit.connector.RecordedOutput;
import eventflux.testkit.sink.SinkContract;
import eventflux.testkit.source.SourceContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class KafkaContractsTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    @TempDir
    private static Path folder;

    private static TestBroker broker;

    private final String topic = "contract-" + System.nanoTime();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestBroker.start(folder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopic() throws Exception {
        broker.createTopic(topic, 1);
    }

    private EndpointFixture context(Class<?> factory, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", broker.address());
        settings.put("topic", topic);
        return EndpointFixture.mapped(factory, SCHEMA, settings).at(new EngineOptions().timeSource());
    }

    private Source reader(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("group.id", topic, "auto.offset.reset", "earliest"));
        settings.putAll(more);
        return new KafkaSourceFactory().create(context(KafkaSourceFactory.class, settings));
    }

    private MessageSink writer(Map<String, String> more) {
        return (MessageSink) new KafkaSinkFactory().create(context(KafkaSinkFactory.class, more));
    }

    private static void publish(MessageSink sink, String text) throws Exception {
        byte[] bytes = text.getBytes(UTF_8);
        sink.publish(bytes, 0, bytes.length);
    }

    /** The broker, in this virtual machine, has many; those of sources, sinks and their clients are known by their names. */
    private static boolean isOfBroker(Thread thread) {
        return Stream.of("eventflux-", "kafka-producer-network-thread", "kafka-coordinator-heartbeat-thread")
                .noneMatch(thread.getName()::startsWith);
    }

    @Nested
    class OfSources extends SourceContract {

        @Override
        protected SourceFactory factory() {
            return new KafkaSourceFactory();
        }

        @Override
        protected Schema schema() {
            return SCHEMA;
        }

        @Override
        protected Source source() {
            return reader(Map.of());
        }

        @Override
        protected void bring() throws Exception {
            MessageSink sink = writer(Map.of());
            sink.start();
            publish(sink, "one");
            sink.stop();
        }

        @Override
        protected boolean isOthers(Thread thread) {
            return isOfBroker(thread);
        }
    }

    abstract class OfAnySinks extends SinkContract {

        /** How the sink differs from others. */
        protected abstract Map<String, String> more();

        @Override
        protected SinkFactory factory() {
            return new KafkaSinkFactory();
        }

        @Override
        protected Sink sink() {
            return writer(more());
        }

        @Override
        protected void publish(Sink sink, int number) throws Exception {
            KafkaContractsTest.publish((MessageSink) sink, String.valueOf(number));
        }

        @Override
        protected List<Integer> outside() throws Exception {
            broker.awaitTransactions(new TopicPartition(topic, 0));
            RecordedOutput out = new RecordedOutput(SCHEMA);
            Source source = reader(Map.of("end.position", "latest", "isolation.level", "read_committed"));
            source.start(out);
            out.awaitEnd();
            source.stop();
            return out.texts().stream().map(Integer::valueOf).toList();
        }

        @Override
        protected boolean isOthers(Thread thread) {
            return isOfBroker(thread);
        }
    }

    @Nested
    class OfSinks extends OfAnySinks {

        @Override
        protected Map<String, String> more() {
            return Map.of();
        }
    }

    @Nested
    class OfSinksThatWaitForReports extends OfAnySinks {

        @Override
        protected Map<String, String> more() {
            return Map.of("delivery.sync", "true");
        }
    }

    @Nested
    class OfSinksWithTransactions extends OfAnySinks {

        @Override
        protected Map<String, String> more() {
            return Map.of("transactional.id", topic);
        }
    }
}
