package eventflux.ext.inmemory;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class TopicContractsTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    private final String topic = "contract-" + System.nanoTime();

    private Source listener() {
        return new TopicSourceFactory()
                .create(EndpointFixture.mapped(TopicSourceFactory.class, SCHEMA, Map.of("topic", topic)));
    }

    private MessageSink publisher() {
        return (MessageSink) new TopicSinkFactory()
                .create(EndpointFixture.mapped(TopicSinkFactory.class, SCHEMA, Map.of("topic", topic)));
    }

    @Nested
    class OfSources extends SourceContract {

        @Override
        protected SourceFactory factory() {
            return new TopicSourceFactory();
        }

        @Override
        protected Schema schema() {
            return SCHEMA;
        }

        @Override
        protected Source source() {
            return listener();
        }

        @Override
        protected void bring() throws Exception {
            publisher().publish("one".getBytes(UTF_8), 0, 3);
        }
    }

    @Nested
    class OfSinks extends SinkContract {

        private final RecordedOutput heard = new RecordedOutput(SCHEMA);
        private final Source listener = listener();
        private int published;

        @BeforeEach
        void listen() throws Exception {
            listener.start(heard);
        }

        @AfterEach
        void listenNoMore() {
            listener.stop();
        }

        @Override
        protected SinkFactory factory() {
            return new TopicSinkFactory();
        }

        @Override
        protected Sink sink() {
            return publisher();
        }

        @Override
        protected void publish(Sink sink, int number) throws Exception {
            byte[] bytes = String.valueOf(number).getBytes(UTF_8);
            ((MessageSink) sink).publish(bytes, 0, bytes.length);
            published++;
        }

        @Override
        protected List<Integer> outside() {
            heard.awaitMessages(published);
            return heard.texts().stream().map(Integer::valueOf).toList();
        }
    }
}
