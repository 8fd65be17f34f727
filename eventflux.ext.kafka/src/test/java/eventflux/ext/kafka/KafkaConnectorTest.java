package eventflux.ext.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.config.Settings;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSettings;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.FreePort;
import eventflux.testkit.connector.RecordedOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sources and sinks do while all is well. */
class KafkaConnectorTest extends KafkaFixture {

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
        KafkaSink sink = new KafkaSink(new Outbox(KafkaSinkOptions.of(context), context), rows, "");
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
    void beginsAtTheEndUnlessToldOtherwise() throws Exception {
        send(0, 10);
        RecordedOutput out = read(Map.of("auto.offset.reset", "end", "partitions", "0"));
        MessageSink sink = sink(Map.of());

        while (out.texts().isEmpty()) {
            publish(sink, "late");
            flushUntilOut(sink);
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
    void startsWhenRowsAreNotToWaitForRoom() throws Exception {
        MessageSink sink = sink(Map.of("queue.full.strategy", "error"));
        publish(sink, "a");
        flushUntilOut(sink);
        sink.stop();

        RecordedOutput out = read(Map.of());
        out.awaitMessages(1);

        assertThat(out.texts()).containsExactly("a");
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
    void hasTheEngineEndATransactionByItsAge() throws IOException {
        MessageSink sink = sink(Map.of("transactional.id", topic, "transaction.interval.ms", "50"));

        assertThat(sink.flushAfterMillis()).isEqualTo(50);
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
                Map.of("bootstrap.servers", "localhost:" + FreePort.find(), "connect.timeout.ms", "300");

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
}
