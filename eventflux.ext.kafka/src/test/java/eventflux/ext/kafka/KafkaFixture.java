package eventflux.ext.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.TimeSource;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.source.Source;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests against a real broker, started in this virtual machine. */
@Timeout(300)
abstract class KafkaFixture {

    static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));
    static final List<String> ATTRIBUTES =
            List.of("key", "topic", "partition", "offset", "header.origin", "colour", "none");

    @TempDir
    static Path folder;

    static TestBroker broker;
    static int topics;

    final String topic = "topic-" + topics++;
    final List<Source> sources = new ArrayList<>();
    final List<Exception> lost = new ArrayList<>();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestBroker.start(folder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void stopSources() {
        sources.forEach(Source::stop);
    }

    Map<String, String> with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("bootstrap.servers", broker.address());
        all.put("topic", topic);
        all.putAll(settings);
        return all;
    }

    RecordedOutput read(Map<String, String> settings) throws IOException {
        RecordedOutput out = new RecordedOutput(SCHEMA, ATTRIBUTES);
        start(out, settings);
        return out;
    }

    Source start(RecordedOutput out, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("auto.offset.reset", "earliest"));
        all.putAll(with(settings));
        Source source = new KafkaSourceFactory()
                .create(EndpointFixture.mapped(KafkaSourceFactory.class, SCHEMA, all)
                        .at(new EngineOptions().timeSource()));
        sources.add(source);
        source.start(out);
        return source;
    }

    MessageSink sink(Map<String, String> settings) throws IOException {
        EndpointFixture context = EndpointFixture.mapped(KafkaSinkFactory.class, SCHEMA, with(settings))
                .at(new EngineOptions().timeSource());
        MessageSink sink = (MessageSink) new KafkaSinkFactory().create(context);
        sink.start();
        return sink;
    }

    static void publish(MessageSink sink, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sink.publish(bytes, 0, bytes.length);
    }

    void send(int from, int to) throws IOException {
        MessageSink sink = sink(Map.of());
        for (int i = from; i < to; i++) {
            publish(sink, "n" + i);
        }
        sink.stop();
    }

    static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "n" + i).toList();
    }

    static Map<String, String> group(String name) {
        return Map.of("group.id", name);
    }

    static void flushUntilOut(MessageSink sink) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                sink.flush();
                return;
            } catch (IOException e) {
                // the engine flushes again too
                assertThat(System.nanoTime()).as(e.getMessage()).isLessThan(end);
                pause(20);
            }
        }
    }

    void sendTo(int partition, String text) throws IOException {
        MessageSink sink = sink(Map.of("partition", String.valueOf(partition)));
        publish(sink, text);
        sink.stop();
    }

    /** The broker has its own clock, which no test can turn. */
    static void pause(long millis) throws InterruptedException {
        TimeSource time = new EngineOptions().timeSource();
        CountDownLatch over = new CountDownLatch(1);
        time.wakeAt(time.millis() + millis, over::countDown);
        over.await();
    }

    static void awaitAll(int count, RecordedOutput... outputs) throws InterruptedException {
        Set<String> seen = new HashSet<>();
        long end = System.nanoTime() + 180_000_000_000L;
        while (seen.size() < count && System.nanoTime() < end) {
            pause(20);
            for (RecordedOutput out : outputs) {
                seen.addAll(out.texts());
            }
        }
        assertThat(seen).hasSize(count);
    }
}
