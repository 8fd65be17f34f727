package eventflux.ext.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import eventflux.api.EngineOptions;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.source.Source;
import eventflux.testkit.connector.BreakableProxy;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.FreePort;
import eventflux.testkit.connector.RecordedOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server at localhost:5672 with the user guest; passed over where there is none. */
@Timeout(300)
class RabbitConnectorTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    private final String queue = "eventflux-test-" + System.nanoTime();
    private final List<Source> sources = new ArrayList<>();

    @BeforeAll
    static void requireServer() {
        RabbitServer.require();
    }

    @BeforeEach
    void declareQueue() throws Exception {
        try (Connection connection = RabbitServer.connect();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(queue, true, false, false, Map.of());
        }
    }

    @AfterEach
    void deleteQueue() throws Exception {
        sources.forEach(Source::stop);
        try (Connection connection = RabbitServer.connect();
                Channel channel = connection.createChannel()) {
            channel.queueDelete(queue);
        }
    }

    private static Map<String, String> with(Map<String, String> more, String... defaults) {
        Map<String, String> settings = new HashMap<>();
        settings.put("host", "localhost");
        for (int i = 0; i < defaults.length; i += 2) {
            settings.put(defaults[i], defaults[i + 1]);
        }
        settings.putAll(more);
        return settings;
    }

    private Source start(RecordedOutput out, Map<String, String> settings) throws IOException {
        Source source = new RabbitSourceFactory()
                .create(EndpointFixture.mapped(RabbitSourceFactory.class, SCHEMA, with(settings, "queue", queue))
                        .at(new EngineOptions().timeSource()));
        sources.add(source);
        source.start(out);
        return source;
    }

    private RecordedOutput read() throws IOException {
        RecordedOutput out = new RecordedOutput(SCHEMA, List.of("routing.key", "header.origin", "none"));
        start(out, Map.of());
        return out;
    }

    private MessageSink sink(Map<String, String> settings) throws IOException {
        MessageSink sink = (MessageSink) new RabbitSinkFactory()
                .create(EndpointFixture.mapped(RabbitSinkFactory.class, SCHEMA, with(settings, "routing.key", queue)));
        sink.start();
        return sink;
    }

    private static void publish(MessageSink sink, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            byte[] bytes = ("n" + i).getBytes(StandardCharsets.UTF_8);
            sink.publish(bytes, 0, bytes.length);
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "n" + i).toList();
    }

    @Test
    void readsWhatWasSentWithItsAttributes() throws IOException {
        MessageSink sink = sink(Map.of("headers.origin", "JFK"));
        publish(sink, 0, 300);
        sink.stop();

        RecordedOutput out = read();
        out.awaitMessages(300);

        assertThat(out.texts()).isEqualTo(numbers(0, 300));
        assertThat(out.attributes().get(0)).isEqualTo(List.of(queue, "JFK", "none"));
    }

    @Test
    void deliversAgainWhatTheApplicationHasNotDoneWith() throws IOException {
        MessageSink sink = sink(Map.of());
        publish(sink, 0, 10);
        sink.stop();
        RecordedOutput first = new RecordedOutput(SCHEMA);
        first.settling(RecordedOutput.Settling.FAILS);
        Source source = start(first, Map.of());
        first.awaitMessages(10);
        source.stop();

        RecordedOutput second = read();
        second.awaitMessages(10);

        assertThat(second.texts()).isEqualTo(numbers(0, 10));
    }

    @Test
    void asksForNoMoreThanThePrefetchAhead() throws Exception {
        MessageSink sink = sink(Map.of());
        publish(sink, 0, 20);
        sink.stop();
        RecordedOutput out = new RecordedOutput(SCHEMA);
        out.settling(RecordedOutput.Settling.FAILS);
        start(out, Map.of("prefetch", "5"));
        out.awaitMessages(5);

        try (Connection connection = RabbitServer.connect();
                Channel channel = connection.createChannel()) {
            assertThat(channel.messageCount(queue)).isEqualTo(15);
        }
        out.settling(RecordedOutput.Settling.SUCCEEDS);
        out.awaitMessages(20);
        assertThat(out.texts()).isEqualTo(numbers(0, 20));
    }

    @Test
    void reportsThatItsConnectionIsLost() throws IOException {
        try (BreakableProxy proxy = new BreakableProxy(5672)) {
            RecordedOutput out = new RecordedOutput(SCHEMA);
            start(out, Map.of("port", String.valueOf(proxy.port())));

            proxy.breakAll();
            out.awaitFailure();

            assertThat(out.failure()).isPresent();
        }
    }

    @Test
    void losesNothingWhenConnectionsBreak() throws IOException {
        // given: a sink and a source behind connections that break again and again
        int count = 3_000;
        try (BreakableProxy proxy = new BreakableProxy(5672)) {
            Map<String, String> through = Map.of("port", String.valueOf(proxy.port()), "confirm.window", "50");
            MessageSink sink = sink(through);

            // when
            for (int i = 0; i < count; i++) {
                publishUntilTaken(sink, i);
                if (i % 500 == 250) {
                    proxy.breakAll();
                }
            }
            sink.stop();
        }
        Set<String> seen = new HashSet<>();
        try (BreakableProxy proxy = new BreakableProxy(5672)) {
            for (int turn = 0; turn < 4; turn++) {
                RecordedOutput out = new RecordedOutput(SCHEMA);
                Source source = start(out, Map.of("port", String.valueOf(proxy.port()), "prefetch", "40"));
                out.awaitMessages(turn < 3 ? 400 : Math.max(1, count - seen.size()));
                proxy.breakAll();
                source.stop();
                seen.addAll(out.texts());
            }
        }
        RecordedOutput rest = read();
        List<String> last = rest.texts();
        seen.addAll(last);
        while (seen.size() < count) {
            rest.awaitMessages(last.size() + 1);
            last = rest.texts();
            seen.addAll(last);
        }

        // then
        assertThat(seen).containsExactlyInAnyOrderElementsOf(numbers(0, count));
    }

    @Test
    void sendsAgainWhatTheServerHasNoRoomFor() throws Exception {
        // given: a queue that refuses more than one message
        String small = queue + "-small";
        int count = 4;
        Set<String> seen = new HashSet<>();
        try (Connection connection = RabbitServer.connect();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(small, true, false, false, Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
            MessageSink sink = sink(Map.of("routing.key", small, "confirm.window", "1"));

            // when: somebody takes a message whenever one does not get through
            for (int i = 0; i < count; i++) {
                int number = i;
                untilTaken(() -> publish(sink, number, number + 1), channel, small, seen);
            }
            untilTaken(sink::flush, channel, small, seen);
            sink.stop();
            take(channel, small, seen);
            channel.queueDelete(small);
        }

        // then
        assertThat(seen).containsExactlyInAnyOrderElementsOf(numbers(0, count));
    }

    /** What a sink does. */
    @FunctionalInterface
    private interface SinkCall {

        void run() throws IOException;
    }

    private static void untilTaken(SinkCall call, Channel channel, String from, Set<String> seen) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                call.run();
                return;
            } catch (IOException e) {
                assertThat(tries).as(e.getMessage()).isLessThan(100);
                take(channel, from, seen);
            }
        }
    }

    private static void take(Channel channel, String from, Set<String> seen) throws IOException {
        for (GetResponse next = channel.basicGet(from, true); next != null; next = channel.basicGet(from, true)) {
            seen.add(new String(next.getBody(), StandardCharsets.UTF_8));
        }
    }

    private static void publishUntilTaken(MessageSink sink, int number) {
        while (true) {
            try {
                publish(sink, number, number + 1);
                return;
            } catch (IOException e) {
                // the engine's policy would try again too
            }
        }
    }

    @Test
    void isNotStartedWithAWrongPassword() {
        assertThatThrownBy(() -> start(new RecordedOutput(SCHEMA), Map.of("password", "hunter2")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no connection to localhost:5672")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void saysWhereNobodyAnswersWithoutThePassword() {
        String uri = "amqp://guest:hunter2@localhost:" + FreePort.find() + "/";

        assertThatThrownBy(() -> start(new RecordedOutput(SCHEMA), Map.of("uri", uri)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no connection to localhost:")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> start(new RecordedOutput(SCHEMA), Map.of("uri", "amqp://guest:hunter2@a host/")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("uri is not amqp://")
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void isNotStartedForAnExchangeThatIsNotThere() {
        assertThatThrownBy(() -> sink(Map.of("exchange", "eventflux-nowhere"))).isInstanceOf(IOException.class);
    }

    @Test
    void makesTheExchangeWhenTold() throws Exception {
        String exchange = queue + "-exchange";
        RecordedOutput out = new RecordedOutput(SCHEMA);
        start(out, Map.of("exchange", exchange, "exchange.type", "topic", "routing.key", "a.*"));
        MessageSink sink = sink(Map.of(
                "exchange", exchange, "exchange.type", "topic", "declare.exchange", "true", "routing.key", "a.b"));
        publish(sink, 0, 3);
        sink.stop();

        out.awaitMessages(3);

        assertThat(out.texts()).isEqualTo(numbers(0, 3));
        try (Connection connection = RabbitServer.connect();
                Channel channel = connection.createChannel()) {
            channel.exchangeDelete(exchange);
        }
    }
}
