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
import eventflux.api.spi.sink.RowSettings;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class HttpConnectorTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    private final RecordedOutput out =
            new RecordedOutput(SCHEMA, List.of("method", "path", "query.q", "X-Origin", "none"));
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private Webhook webhook;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
            byte[] answer = ("answer " + requests.size()).getBytes(StandardCharsets.UTF_8);
            Integer status = statuses.poll();
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status == null ? 200 : status, isHead ? -1 : answer.length);
            if (!isHead) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        if (webhook != null) {
            webhook.stop();
        }
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void listen(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("port", "0", "host", "localhost", "path", "/in"));
        all.putAll(settings);
        webhook =
                (Webhook) new HttpSourceFactory().create(EndpointFixture.mapped(HttpSourceFactory.class, SCHEMA, all));
        webhook.start(out);
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + webhook.port() + path));
    }

    private int post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = call(path).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void takesTheBodyOfARequest() throws Exception {
        listen(Map.of());

        assertThat(post("/in?q=a%20b", "hello", "X-Origin", "JFK")).isEqualTo(200);

        assertThat(out.texts()).containsExactly("hello");
        assertThat(out.attributes()).containsExactly(List.of("POST", "/in", "a b", "JFK", "none"));
        assertThat(out.settled()).isEqualTo(1);
    }

    @Test
    void refusesWhatItShouldNotTake() throws Exception {
        listen(Map.of("auth.token", "s3cret", "max.body.bytes", "10"));

        assertThat(post("/in", "x")).isEqualTo(401);
        assertThat(post("/in", "x", "Authorization", "Bearer s3cres")).isEqualTo(401);
        assertThat(post("/other", "x", "Authorization", "s3cret")).isEqualTo(404);
        assertThat(post("/in/deeper", "x", "Authorization", "s3cret")).isEqualTo(404);
        assertThat(post("/in", "longer than ten", "Authorization", "s3cret")).isEqualTo(413);
        HttpRequest get = call("/in").GET().build();
        assertThat(client.send(get, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
        assertThat(out.texts()).isEmpty();
        assertThat(post("/in", "1", "Authorization", "Bearer s3cret")).isEqualTo(200);
        assertThat(post("/in", "2", "Authorization", "s3cret")).isEqualTo(200);
        assertThat(out.texts()).containsExactly("1", "2");
    }

    @Test
    void tellsTheCallerThatItsMessageWasNotTaken() throws Exception {
        listen(Map.of());
        out.settling(RecordedOutput.Settling.FAILS);
        assertThat(post("/in", "a")).isEqualTo(503);

        out.settling(RecordedOutput.Settling.SUCCEEDS);
        assertThat(post("/in", "a")).isEqualTo(200);
    }

    @Test
    void takesNoMoreRequestsAtOnceThanItMay() throws Exception {
        listen(Map.of("max.concurrent.requests", "1"));
        CompletableFuture<HttpResponse<Void>> slow;
        synchronized (out) { // the application is busy
            HttpRequest request =
                    call("/in").POST(BodyPublishers.ofString("slow")).build();
            slow = client.sendAsync(request, BodyHandlers.discarding());
            int status = 0;
            while (status != 503) {
                status = client.sendAsync(
                                call("/in").POST(BodyPublishers.ofString("")).build(), BodyHandlers.discarding())
                        .completeOnTimeout(null, 200, TimeUnit.MILLISECONDS)
                        .thenApply(response -> response == null ? 0 : response.statusCode())
                        .get();
            }
        }

        assertThat(slow.get().statusCode()).isIn(200, 503);
    }

    @Test
    void asksAgainAndAgain() throws IOException {
        statuses.addAll(List.of(200, 204, 500));
        Polling polling = (Polling) new HttpSourceFactory()
                .create(EndpointFixture.mapped(
                                HttpSourceFactory.class,
                                SCHEMA,
                                Map.of("url", address() + "/feed", "poll.interval.ms", "10", "headers.X-A", "b"))
                        .at(new EngineOptions().timeSource()));
        polling.start(out);
        out.awaitMessages(3);
        polling.stop();

        assertThat(out.texts()).startsWith("answer 1", "answer 4", "answer 5");
        assertThat(out.rejections()).containsExactly(address() + "/feed: the answer is 500");
    }

    private MessageSink sink(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(
                Map.of("url", address() + "/out", "retry.initial-delay-ms", "1", "validation.method", "none"));
        all.putAll(settings);
        MessageSink sink = (MessageSink) new HttpSinkFactory()
                .create(EndpointFixture.mapped(HttpSinkFactory.class, SCHEMA, all)
                        .at(new EngineOptions().timeSource()));
        sink.start();
        return sink;
    }

    private static void publish(MessageSink sink, String text) throws IOException {
        byte[] bytes = ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
        sink.publish(bytes, 1, bytes.length - 2);
    }

    @Test
    void sendsARequestForEachRow() throws IOException {
        MessageSink sink = sink(Map.of("method", "PUT", "content.type", "text/plain"));

        publish(sink, "a");
        publish(sink, "b");

        assertThat(requests).containsExactly("PUT /out text/plain a", "PUT /out text/plain b");
    }

    @Test
    void triesAgainWhatMaySucceedThen() throws IOException {
        statuses.addAll(List.of(503, 429));

        publish(sink(Map.of()), "a");

        assertThat(requests).hasSize(3);
    }

    @Test
    void givesUpWhenItKeepsFailing() throws IOException {
        statuses.addAll(List.of(503, 503, 503));
        MessageSink sink = sink(Map.of());

        assertThatThrownBy(() -> publish(sink, "a"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(MessageRefusedException.class)
                .hasMessageContaining("503");
        publish(sink, "b");
        assertThat(requests).hasSize(4);
    }

    @Test
    void doesNotTryAgainWhatIsRefused() throws IOException {
        statuses.add(400);
        MessageSink sink = sink(Map.of());

        assertThatThrownBy(() -> publish(sink, "a")).isInstanceOf(MessageRefusedException.class);

        assertThat(requests).hasSize(1);
    }

    @Test
    void doesNotRepeatTheTokenOfAnAddress() throws IOException {
        statuses.add(400);
        MessageSink sink = sink(Map.of("url", address() + "/out?place=JFK&api_key=hunter2"));

        assertThatThrownBy(() -> publish(sink, "a"))
                .hasMessageContaining("/out?place=JFK&api_key=****** answers 400")
                .hasMessageNotContaining("hunter2");
        assertThat(requests.peek()).contains("api_key=hunter2");
    }

    @Test
    void isNotStartedWhereNobodyAnswers() throws IOException {
        sink(Map.of("validation.method", "HEAD"));
        server.stop(0);

        assertThatThrownBy(() -> sink(Map.of("validation.method", "HEAD")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no answer from");
    }

    private static Tls noTls() {
        return new Tls(EndpointFixture.mapped(HttpSourceFactory.class, SCHEMA, Map.of("port", "0"))
                .settings());
    }

    @Test
    void answersARequestWithARow() throws Exception {
        // given: a service whose requests are answered by a sink of the same name
        Exchanges exchanges = new Exchanges();
        WebhookOptions options = WebhookOptions.of(
                EndpointFixture.mapped(HttpSourceFactory.class, SCHEMA, Map.of("port", "0", "host", "localhost"))
                        .settings());
        RecordedOutput asked = new RecordedOutput(SCHEMA, List.of("message.id"));
        webhook = new Webhook(
                options,
                noTls(),
                new WaitingResponder(Origin.of("test"), "s", 30_000, new EngineOptions().timeSource(), exchanges),
                "service");
        webhook.start(asked);

        // when
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(call("/").POST(BodyPublishers.ofString("2+2")).build(), BodyHandlers.ofString());
        asked.awaitMessages(1);
        String id = asked.attributes().get(0).get(0).toString();
        ResponseSink sink = new ResponseSink("s", row(Map.of("message.id", id, "status", "201")), exchanges);
        publish(sink, "4");

        // then
        assertThat(answer.get().body()).isEqualTo("4");
        assertThat(answer.get().statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> publish(sink, "5")).isInstanceOf(MessageRefusedException.class);
    }

    @Test
    void answersThatTheResponseIsLate() throws Exception {
        WebhookOptions options = WebhookOptions.of(
                EndpointFixture.mapped(HttpSourceFactory.class, SCHEMA, Map.of("port", "0", "host", "localhost"))
                        .settings());
        webhook = new Webhook(
                options,
                noTls(),
                new WaitingResponder(Origin.of("test"), "s", 50, new EngineOptions().timeSource(), new Exchanges()),
                "service");
        webhook.start(out);

        assertThat(post("/", "2+2")).isEqualTo(504);
    }

    private static RowSettings row(Map<String, String> values) {
        return new RowSettings() {

            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(values.get(name));
            }

            @Override
            public Map<String, String> withPrefix(String prefix) {
                return Map.of();
            }
        };
    }
}
