package eventflux.ext.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import eventflux.testkit.time.VirtualTime;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class HttpContractsTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> requests = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/in", this::take);
        server.createContext("/out", this::answer);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String number = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (!number.isEmpty()) {
            requests.add(Integer.valueOf(number));
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String answer = answers.poll();
        exchange.sendResponseHeaders(answer == null ? 204 : 200, answer == null ? -1 : answer.length());
        if (answer != null) {
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
        }
        exchange.close();
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Those of Java's own client end when it is collected. */
    private static boolean isOfClient(Thread thread) {
        return thread.getName().startsWith("HttpClient-");
    }

    @Nested
    class OfCalledSources extends SourceContract {

        private Webhook webhook;

        @Override
        protected SourceFactory factory() {
            return new HttpSourceFactory();
        }

        @Override
        protected Schema schema() {
            return SCHEMA;
        }

        @Override
        protected Source source() {
            webhook = (Webhook) factory()
                    .create(EndpointFixture.mapped(
                            HttpSourceFactory.class,
                            SCHEMA,
                            Map.of("port", "0", "host", "localhost", "path", "/calls")));
            return webhook;
        }

        @Override
        protected void bring() throws Exception {
            HttpURLConnection call = (HttpURLConnection) URI.create("http://localhost:" + webhook.port() + "/calls")
                    .toURL()
                    .openConnection();
            call.setDoOutput(true);
            try (OutputStream body = call.getOutputStream()) {
                body.write("one".getBytes(UTF_8));
            }
            if (call.getResponseCode() != 200) {
                throw new IOException("the answer is " + call.getResponseCode());
            }
            call.disconnect();
        }
    }

    @Nested
    class OfAskingSources extends SourceContract {

        private final VirtualTime time = new VirtualTime(0);

        @Override
        protected SourceFactory factory() {
            return new HttpSourceFactory();
        }

        @Override
        protected Schema schema() {
            return SCHEMA;
        }

        @Override
        protected Source source() {
            return factory()
                    .create(EndpointFixture.mapped(
                                    HttpSourceFactory.class,
                                    SCHEMA,
                                    Map.of("url", address("/out"), "poll.interval.ms", "100"))
                            .at(time));
        }

        @Override
        protected void bring() throws Exception {
            time.awaitWaiter();
            answers.add("one");
            time.advance(100);
        }

        @Override
        protected boolean isOthers(Thread thread) {
            return isOfClient(thread);
        }
    }

    abstract class OfAnySinks extends SinkContract {

        /** How the sink differs from others. */
        protected abstract Map<String, String> more();

        @Override
        protected SinkFactory factory() {
            return new HttpSinkFactory();
        }

        @Override
        protected Sink sink() {
            Map<String, String> settings = new HashMap<>(more());
            settings.put("url", address("/in"));
            return factory()
                    .create(EndpointFixture.mapped(HttpSinkFactory.class, SCHEMA, settings)
                            .at(new EngineOptions().timeSource()));
        }

        @Override
        protected void publish(Sink sink, int number) throws Exception {
            byte[] bytes = String.valueOf(number).getBytes(UTF_8);
            ((MessageSink) sink).publish(bytes, 0, bytes.length);
        }

        @Override
        protected List<Integer> outside() {
            return new ArrayList<>(requests);
        }

        @Override
        protected boolean isOthers(Thread thread) {
            return isOfClient(thread);
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
    class OfSinksWithSeveralRequestsAtATime extends OfAnySinks {

        @Override
        protected Map<String, String> more() {
            return Map.of("requests.in.flight", "8", "order.key", "all");
        }
    }
}
