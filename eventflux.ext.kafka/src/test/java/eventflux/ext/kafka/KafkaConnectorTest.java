package eventflux.ext.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.EngineOptions;
import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSettings;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real broker, started in this virtual machine. */
@Timeout(120)
class KafkaConnectorTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));
    private static final List<String> ATTRIBUTES =
            List.of("key", "topic", "partition", "offset", "header.origin", "colour", "none");

    @TempDir
    private static Path folder;

    private static TestBroker broker;
    private static int topics;

    private final String topic = "topic-" + topics++;
    private final List<Source> sources = new ArrayList<>();
    private final List<Exception> lost = new ArrayList<>();

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

    /** Settings that change with each row, as the test says. */
    private static final class Rows implements RowSettings {

        private final Settings settings;
        private Map<String, String> row = Map.of();

        Rows(Settings settings) {
            this.settings = settings;
        }

        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(row.get(name)).or(() -> settings.find(name));
        }

        @Override
        public Map<String, String> withPrefix(String prefix) {
            Map<String, String> found = new HashMap<>(settings.withPrefix(prefix));
            row.forEach((name, text) -> {
                if (name.startsWith(prefix)) {
                    found.put(name.substring(prefix.length()), text);
                }
            });
            return found;
        }
    }

    private Map<String, String> with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("bootstrap.servers", broker.address());
        all.put("topic", topic);
        all.putAll(settings);
        return all;
    }

    private RecordedOutput read(Map<String, String> settings) throws IOException {
        RecordedOutput out = new RecordedOutput(SCHEMA, ATTRIBUTES);
        start(out, settings);
        return out;
    }

    private Source start(RecordedOutput out, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("auto.offset.reset", "earliest"));
        all.putAll(with(settings));
        Source source = new KafkaSourceFactory()
                .create(EndpointFixture.mapped(KafkaSourceFactory.class, SCHEMA, all)
                        .at(new EngineOptions().timeSource()));
        sources.add(source);
        source.start(out);
        return source;
    }

    private MessageSink sink(Map<String, String> settings) throws IOException {
        EndpointFixture context = EndpointFixture.mapped(KafkaSinkFactory.class, SCHEMA, with(settings))
                .at(new EngineOptions().timeSource());
        MessageSink sink = (MessageSink) new KafkaSinkFactory().create(context);
        sink.start();
        return sink;
    }

    private static void publish(MessageSink sink, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sink.publish(bytes, 0, bytes.length);
    }

    private void send(int from, int to) throws IOException {
        MessageSink sink = sink(Map.of());
        for (int i = from; i < to; i++) {
            publish(sink, "n" + i);
        }
        sink.stop();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "n" + i).toList();
    }

    private static Map<String, String> group(String name) {
        return Map.of("group.id", name);
    }

    @Test
    void readsWhatWasSent() throws IOException {
        send(0, 1_000);

        RecordedOutput out = read(Map.of());
        out.awaitMessages(1_000);

        assertThat(out.texts()).isEqualTo(numbers(0, 1_000));
    }

    @Test
    void sendsKeysAndHeadersAndReadsThemAsAttributes() throws IOException {
        // given
        Map<String, String> settings = with(Map.of());
        EndpointFixture context = EndpointFixture.mapped(KafkaSinkFactory.class, SCHEMA, settings);
        Rows rows = new Rows(context.settings());
        KafkaSink sink = new KafkaSink(new Outbox(KafkaSinkOptions.of(context).properties(), lost::add), rows, "");
        sink.start();

        // when
        rows.row = Map.of("key", "k1", "headers.origin", "JFK", "headers.colour", "red");
        publish(sink, "a");
        rows.row = Map.of("partition", "0");
        publish(sink, "b");
        sink.stop();
        RecordedOutput out = read(Map.of());
        out.awaitMessages(2);

        // then
        assertThat(out.attributes())
                .containsExactly(
                        List.of("k1", topic, 0, 0L, "JFK", "red", "none"),
                        List.of("none", topic, 0, 1L, "none", "none", "none"));
        assertThat(lost).isEmpty();
    }

    @Test
    void goesOnBehindWhatWasDelivered() throws IOException {
        send(0, 10);
        RecordedOutput first = read(group("going-on"));
        first.awaitMessages(10);
        sources.get(0).stop();
        send(10, 20);

        RecordedOutput second = read(group("going-on"));
        second.awaitMessages(10);

        assertThat(second.texts()).isEqualTo(numbers(10, 20));
    }

    @Test
    void endsWhereTheTopicEndedAtTheStart() throws Exception {
        broker.createTopic(topic, 3);
        send(0, 100);
        RecordedOutput out = read(Map.of("end.position", "latest", "group.id", "ending"));
        send(100, 110);
        out.awaitEnd();
        sources.get(0).stop();

        assertThat(out.failure()).isEmpty();
        assertThat(out.texts()).containsExactlyInAnyOrderElementsOf(numbers(0, 100));

        RecordedOutput rest = read(Map.of("end.position", "end", "group.id", "ending"));
        rest.awaitEnd();

        assertThat(rest.texts()).containsExactlyInAnyOrderElementsOf(numbers(100, 110));
    }

    @Test
    void endsAtOnceWhereATopicIsEmpty() throws Exception {
        broker.createTopic(topic, 1);

        RecordedOutput out = read(Map.of("end.position", "latest"));
        out.awaitEnd();

        assertThat(out.texts()).isEmpty();
    }

    @Test
    void deliversAgainWhatTheApplicationHasNotDoneWith() throws IOException {
        send(0, 10);
        RecordedOutput first = new RecordedOutput(SCHEMA);
        first.settling(RecordedOutput.Settling.FAILS);
        start(first, group("again"));
        first.awaitMessages(10);
        sources.get(0).stop();

        RecordedOutput second = read(group("again"));
        second.awaitMessages(10);

        assertThat(second.texts()).isEqualTo(numbers(0, 10));
    }

    @Test
    void beginsAtTheEndUnlessToldOtherwise() throws IOException {
        send(0, 10);
        RecordedOutput out = read(Map.of("auto.offset.reset", "end", "partitions", "0"));
        MessageSink sink = sink(Map.of());

        while (out.texts().isEmpty()) {
            publish(sink, "late");
            sink.flush();
        }

        assertThat(out.texts()).contains("late").doesNotContain("n9");
        sink.stop();
    }

    @Test
    void beginsAtAnOffset() throws IOException {
        send(0, 10);

        RecordedOutput out = read(Map.of("topic.offsets.map", topic + "=7"));
        out.awaitMessages(3);

        assertThat(out.texts()).isEqualTo(numbers(7, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "snappy", "lz4", "zstd"})
    void compresses(String codec) throws IOException {
        MessageSink sink = sink(Map.of("compression", codec));
        publish(sink, "x".repeat(10_000));
        sink.stop();

        RecordedOutput out = read(Map.of());
        out.awaitMessages(1);

        assertThat(out.texts()).containsExactly("x".repeat(10_000));
    }

    @Test
    void losesNothingWhenTheBrokerIsStoppedAndComesBack() throws Exception {
        // given
        int count = 4_000;
        RecordedOutput out = read(Map.of());
        MessageSink sink = sink(Map.of("flush.timeout.ms", "60000"));

        // when
        for (int i = 0; i < count; i++) {
            publish(sink, "n" + i);
            if (i == count / 2) {
                broker.stop();
                broker.start();
            }
        }
        sink.stop();
        awaitAll(count, out);

        // then
        assertThat(new HashSet<>(out.texts())).containsExactlyInAnyOrderElementsOf(numbers(0, count));
        assertThat(out.failure()).isEmpty();
    }

    @Test
    void sharesPartitionsAndTakesOverWhenAMemberLeaves() throws Exception {
        // given
        broker.createTopic(topic, 4);
        RecordedOutput first = read(group("shared"));
        RecordedOutput second = read(group("shared"));
        send(0, 200);
        awaitAll(200, first, second);

        // when
        sources.get(0).stop();
        send(200, 400);
        awaitAll(400, first, second);

        // then
        assertThat(second.texts()).containsAll(numbers(200, 400));
    }

    /** The broker has its own clock, which no test can turn. */
    private static void pause(long millis) throws InterruptedException {
        TimeSource time = new EngineOptions().timeSource();
        CountDownLatch over = new CountDownLatch(1);
        time.wakeAt(time.millis() + millis, over::countDown);
        over.await();
    }

    private static void awaitAll(int count, RecordedOutput... outputs) throws InterruptedException {
        Set<String> seen = new HashSet<>();
        long end = System.nanoTime() + 60_000_000_000L;
        while (seen.size() < count && System.nanoTime() < end) {
            pause(20);
            for (RecordedOutput out : outputs) {
                seen.addAll(out.texts());
            }
        }
        assertThat(seen).hasSize(count);
    }

    @Test
    void showsATransactionWhenItIsComplete() throws IOException {
        // given
        MessageSink sink = sink(Map.of("transactional.id", topic, "transaction.interval.ms", "60000"));
        RecordedOutput committed = read(Map.of("isolation.level", "read_committed"));
        RecordedOutput all = read(Map.of("group.id", topic + "-all"));

        // when
        publish(sink, "a");
        publish(sink, "b");
        all.awaitMessages(2);
        assertThat(committed.texts()).isEmpty();
        sink.flush();
        committed.awaitMessages(2);

        // then
        assertThat(committed.texts()).containsExactly("a", "b");
        sink.stop();
    }

    @Test
    void endsATransactionByItsAge() throws IOException {
        MessageSink sink = sink(Map.of("transactional.id", topic, "transaction.interval.ms", "50"));
        RecordedOutput committed = read(Map.of("isolation.level", "read_committed"));

        publish(sink, "a");
        committed.awaitMessages(1);

        assertThat(committed.texts()).containsExactly("a");
        sink.stop();
    }

    @Test
    void waitsForTheReportOfEachRecordWhenTold() throws IOException {
        MessageSink sink =
                sink(Map.of("delivery.sync", "true", "message.timeout.ms", "1000", "flush.timeout.ms", "1000"));
        publish(sink, "a");
        broker.stop();
        try {
            assertThatThrownBy(() -> publish(sink, "b")).isInstanceOf(IOException.class);
        } finally {
            broker.start();
        }
        sink.stop();
    }

    @Test
    void logsInWithUserAndPassword() throws IOException {
        Map<String, String> login = Map.of(
                "bootstrap.servers", broker.saslAddress(),
                "security.protocol", "sasl_plaintext",
                "sasl.username", "ann",
                "sasl.password", "se\"cret");
        MessageSink sink = sink(login);
        publish(sink, "a");
        sink.stop();

        RecordedOutput out = read(login);
        out.awaitMessages(1);

        assertThat(out.texts()).containsExactly("a");
    }

    @Test
    void isNotStartedWithAWrongPassword() {
        Map<String, String> login = Map.of(
                "bootstrap.servers", broker.saslAddress(),
                "security.protocol", "sasl_plaintext",
                "sasl.username", "ann",
                "sasl.password", "wrong");

        assertThatThrownBy(() -> read(login))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Authentication failed")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void isNotStartedWhereNoBrokerAnswers() {
        Map<String, String> nobody =
                Map.of("bootstrap.servers", "localhost:" + TestBroker.freePort(), "connect.timeout.ms", "300");

        assertThatThrownBy(() -> read(nobody))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no answer from localhost:");
    }

    @Test
    void passesPropertiesOfTheClientThrough() throws IOException {
        send(0, 10);

        RecordedOutput out =
                read(Map.of("properties.max.poll.records", "3", "optional.configuration", "fetch.min.bytes:1"));
        out.awaitFlushes(4);

        assertThat(out.texts()).hasSize(10);
    }

    @Test
    void keepsItsPlaceInTheGroupWhileTheApplicationIsSlow() throws Exception {
        // given: an application that takes longer than a member may stay away
        send(0, 10);
        SlowOutput slow = new SlowOutput(SCHEMA);
        Source source = new KafkaSourceFactory()
                .create(EndpointFixture.mapped(
                                KafkaSourceFactory.class,
                                SCHEMA,
                                with(Map.of(
                                        "auto.offset.reset", "earliest",
                                        "group.id", "slow",
                                        "max.poll.interval.ms", "2000",
                                        "max.poll.records", "5")))
                        .at(new EngineOptions().timeSource()));
        sources.add(source);
        source.start(slow);

        // when
        slow.awaitBegun();
        pause(3_500);
        slow.goOn();
        slow.recorded().awaitMessages(10);

        // then
        assertThat(slow.recorded().texts()).isEqualTo(numbers(0, 10));
    }
}
