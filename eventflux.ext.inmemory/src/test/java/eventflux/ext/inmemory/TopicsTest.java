package eventflux.ext.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.source.Source;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import eventflux.testkit.row.HeapRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class TopicsTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING), new Column("n", DataType.INT));

    private static final long PATIENCE_MILLIS = 60_000;

    private final String topic = "topic-" + System.nanoTime();
    private final List<Source> sources = new ArrayList<>();

    @AfterEach
    void stop() {
        sources.forEach(Source::stop);
    }

    private Map<String, String> settings() {
        return Map.of("topic", topic);
    }

    private RecordedOutput listen(boolean isMapped) throws IOException {
        RecordedOutput out = new RecordedOutput(SCHEMA);
        Source source = new TopicSourceFactory()
                .create(
                        isMapped
                                ? EndpointFixture.mapped(TopicSourceFactory.class, SCHEMA, settings())
                                : EndpointFixture.unmapped(TopicSourceFactory.class, SCHEMA, settings()));
        source.start(out);
        sources.add(source);
        return out;
    }

    private RowSink rows() {
        return (RowSink)
                new TopicSinkFactory().create(EndpointFixture.unmapped(TopicSinkFactory.class, SCHEMA, settings()));
    }

    @Test
    void carriesRowsToAllWhoListen() throws Exception {
        RecordedOutput one = listen(false);
        RecordedOutput other = listen(false);

        rows().publish(HeapRow.of(SCHEMA, 0, 5, "a", 1));
        rows().publish(HeapRow.of(SCHEMA, 0, 6, null, null));

        for (RecordedOutput out : List.of(one, other)) {
            assertThat(out.recordedRows().await(2, PATIENCE_MILLIS)).isTrue();
            assertThat(out.recordedRows().all())
                    .extracting(Object::toString)
                    .containsExactly("5[a, 1]", "6[null, null]");
        }
    }

    @Test
    void carriesMessages() throws IOException {
        RecordedOutput out = listen(true);
        MessageSink sink = (MessageSink)
                new TopicSinkFactory().create(EndpointFixture.mapped(TopicSinkFactory.class, SCHEMA, settings()));

        sink.publish("xhellox".getBytes(StandardCharsets.UTF_8), 1, 5);
        out.awaitMessages(1);

        assertThat(out.texts()).containsExactly("hello");
    }

    @Test
    void losesWhatNobodyListensTo() throws IOException {
        rows().publish(HeapRow.of(SCHEMA, 0, 5, "a", 1));
        RecordedOutput out = listen(false);
        sources.get(0).stop();
        rows().publish(HeapRow.of(SCHEMA, 0, 5, "a", 1));

        assertThat(out.recordedRows().all()).isEmpty();
    }

    @Test
    void rejectsRowsOfOtherColumns() throws Exception {
        RecordedOutput out = listen(false);
        Schema other = Schema.of(new Column("s", DataType.STRING));
        Schema wrong = Schema.of(new Column("s", DataType.INT), new Column("n", DataType.INT));

        rows().publish(HeapRow.of(other, 0, 5, "a"));
        rows().publish(HeapRow.of(wrong, 0, 5, 1, 1));
        rows().publish(HeapRow.of(SCHEMA, 0, 5, "a", 1));
        assertThat(out.recordedRows().await(1, PATIENCE_MILLIS)).isTrue();

        assertThat(out.recordedRows().values()).containsExactly(List.of("a", 1));
        assertThat(out.rejections()).hasSize(2);
    }
}
