package eventflux.ext.http;

import eventflux.api.config.Settings;
import eventflux.api.spi.sink.MessageRefusedException;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSettings;
import eventflux.api.spi.sink.SinkContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** Sends one request a row, one after another, and tries again what may succeed then. */
final class HttpSink implements MessageSink {

    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final Settings settings;
    private final RowSettings row;
    private final Retries retries;
    private HttpClient client; // written by the thread that owns the application; null before the start

    HttpSink(SinkContext context) {
        this.settings = context.settings();
        this.row = context.rowSettings();
        this.retries = Retries.of(settings, context.time());
    }

    @Override
    public void start() throws IOException {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(timeout()).followRedirects(HttpClient.Redirect.NEVER);
        new Tls(settings).context().ifPresent(builder::sslContext);
        client = builder.build();
        String method = settings.getString("validation.method").toUpperCase(Locale.ROOT);
        String url = settings.getString("url");
        if (!method.equals("NONE") && !url.contains("{{")) {
            // Whatever the answer is, somebody is there.
            send(request(url).method(method, BodyPublishers.noBody()).build());
        }
    }

    private Duration timeout() {
        return Duration.ofMillis(settings.getMillis("timeout.ms"));
    }

    @Override
    public void publish(byte[] payload, int offset, int length) throws IOException {
        String url = row.find("url").orElseThrow(() -> new MessageRefusedException("the row says no url"));
        HttpRequest request = request(url)
                .method(
                        row.find("method").orElse("POST").toUpperCase(Locale.ROOT),
                        BodyPublishers.ofByteArray(payload, offset, length))
                .build();
        retries.run(() -> publish(request));
    }

    private HttpRequest.Builder request(String url) throws MessageRefusedException {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(timeout());
            row.find("content.type").ifPresent(type -> request.setHeader("Content-Type", type));
            settings.find("auth.username").ifPresent(user -> request.setHeader("Authorization", basic(user)));
            row.withPrefix("headers.").forEach(request::setHeader);
            return request;
        } catch (IllegalArgumentException e) {
            throw new MessageRefusedException(e.getMessage(), e);
        }
    }

    private String basic(String user) {
        String both = user + ":" + settings.find("auth.password").orElse("");
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(HttpRequest request) throws IOException {
        HttpResponse<Void> response = send(request);
        int status = response.statusCode();
        if (PASSING.contains(status)) {
            throw new IOException(request.uri() + " answers " + status);
        }
        if (status >= 300) {
            throw new MessageRefusedException(request.uri() + " answers " + status);
        }
    }

    private HttpResponse<Void> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new IOException("no answer from " + request.uri() + ": " + reason, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + request.uri(), e);
        }
    }

    @Override
    public void stop() {
        client = null;
    }
}
