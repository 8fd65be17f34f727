package eventflux.ext.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eventflux.api.EngineOptions;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageRefusedException;
import eventflux.api.spi.sink.MessageSink;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several requests under way at once, and those that come back to their own application. */
@Timeout(300)
class HttpFlightsTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile CountDownLatch meeting = new CountDownLatch(0);
    private HttpServer server;
    private Webhook webhook;
    private MessageSink sink;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            meeting.countDown();
            boolean haveMet = haveMet();
            underWay.decrementAndGet();
            boolean isFailing = !haveMet || failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!isFailing) {
                bodies.add(body);
            }
            exchange.sendResponseHeaders(isFailing ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    private boolean haveMet() {
        try {
            return meeting.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        if (webhook != null) {
            webhook.stop();
        }
    }

    private void start(String url, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url", url, "validation.method", "none", "retry.initial-delay-ms", "1", "retry.max-attempts", "2"));
        settings.putAll(more);
        sink = (MessageSink) new HttpSinkFactory()
                .create(EndpointFixture.mapped(HttpSinkFactory.class, SCHEMA, settings)
                        .at(new EngineOptions().timeSource()));
        sink.start();
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private void publish(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sink.publish(bytes, 0, bytes.length);
    }

    @Test
    void severalAreUnderWayAtOnceAndNoMore() throws IOException {
        meeting = new CountDownLatch(3);
        start(address(), Map.of("requests.in.flight", "3"));

        for (int i = 0; i < 12; i++) {
            publish("" + i);
        }
        sink.flush();

        assertThat(mostUnderWay).hasValue(3);
        assertThat(bodies).hasSize(12);
        sink.stop();
    }

    @Test
    void thoseOfOneKeyFollowEachOther() throws IOException {
        start(address(), Map.of("requests.in.flight", "4", "order.key", "k"));

        for (int i = 0; i < 40; i++) {
            publish("" + i);
        }
        sink.stop();

        assertThat(bodies)
                .containsExactlyElementsOf(
                        IntStream.range(0, 40).mapToObj(String::valueOf).toList());
    }

    @Test
    void whatDidNotGetThroughIsKeptAndSentAgain() throws IOException {
        start(address(), Map.of("requests.in.flight", "2"));
        failures.set(8);

        publish("a");
        publish("b");
        assertThatThrownBy(sink::flush)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2 requests wait for being sent again")
                .hasMessageContaining("answers 503");
        sink.flush();

        assertThat(bodies).containsExactlyInAnyOrder("a", "b");
        sink.stop();
    }

    @Test
    void keepsNoMoreThanThat() throws IOException {
        start(address(), Map.of("requests.in.flight", "2"));
        failures.set(1000);
        publish("a");
        publish("b");

        assertThatThrownBy(() -> {
                    publish("c");
                    publish("d");
                    publish("e");
                })
                .isInstanceOf(IOException.class);
        failures.set(0);
        sink.stop();

        assertThat(bodies).contains("a", "b").doesNotContain("e");
    }

    @Test
    void aWebhookDoesNotLetItsOwnApplicationWait() throws IOException {
        RecordedOutput out = new RecordedOutput(SCHEMA);
        webhook = (Webhook) new HttpSourceFactory()
                .create(EndpointFixture.mapped(
                        HttpSourceFactory.class, SCHEMA, Map.of("port", "0", "host", "localhost", "path", "/in")));
        webhook.start(out);
        start("http://localhost:" + webhook.port() + "/in", Map.of());

        publish("a");
        out.awaitMessages(1);

        assertThat(out.texts()).containsExactly("a");
        assertThat(out.settled()).isZero();
        sink.stop();
    }

    @Test
    void aServiceRefusesToLetItsOwnApplicationWait() throws IOException {
        webhook = new Webhook(
                WebhookOptions.of(EndpointFixture.mapped(
                                HttpSourceFactory.class,
                                SCHEMA,
                                Map.of("port", "0", "host", "localhost", "path", "/in"))
                        .settings()),
                new Tls(EndpointFixture.mapped(
                                HttpSourceFactory.class, SCHEMA, Map.of("port", "0", "host", "localhost"))
                        .settings()),
                new WaitingResponder(Origin.of("test"), "s", 30_000, new EngineOptions().timeSource(), new Exchanges()),
                "service");
        webhook.start(new RecordedOutput(SCHEMA));
        start("http://localhost:" + webhook.port() + "/in", Map.of());

        assertThatThrownBy(() -> publish("a"))
                .isInstanceOf(MessageRefusedException.class)
                .hasMessageContaining("a service of this application");
        sink.stop();
    }
}
