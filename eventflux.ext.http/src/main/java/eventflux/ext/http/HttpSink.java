package eventflux.ext.http;

import eventflux.api.config.ConfiguredSetting;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends one request a row, one after another unless several may be under way, and tries again what may succeed then. */
final class HttpSink implements MessageSink {

    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private static final int LOOP = 508;
    private static final long AGAIN_MILLIS = 1_000;

    private final Settings settings;
    private final RowSettings row;
    private final Retries retries;
    private final Origin origin;
    private final Optional<Flights> flights;
    private HttpClient client; // written by the thread that owns the application; null before the start

    HttpSink(SinkContext context) {
        this.settings = context.settings();
        this.row = context.rowSettings();
        this.retries = Retries.of(settings, context.time());
        this.origin = Origin.of(context.application());
        int most = settings.getInt("requests.in.flight");
        if (most < 1) {
            throw new IllegalArgumentException("requests.in.flight must be positive, is " + most);
        }
        this.flights = most == 1 ? Optional.empty() : Optional.of(new Flights(most, this::sendLater, context::lost));
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
        if (flights.isPresent()) {
            flights.get().send(row.find("order.key").orElse(""), request);
        } else {
            retries.run(() -> publish(request));
        }
    }

    private CompletableFuture<Void> sendLater(HttpRequest request) {
        HttpClient own = client;
        return retries.later(() -> own.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> {
                    try {
                        if (failure != null) {
                            throw noAnswer(request, failure);
                        }
                        requireSuccess(request, response.statusCode());
                        return null;
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                }));
    }

    @Override
    public void flush() throws IOException {
        if (flights.isPresent()) {
            flights.get().flush();
        }
    }

    @Override
    public long flushAfterMillis() {
        return flights.isPresent() ? AGAIN_MILLIS : 0;
    }

    private HttpRequest.Builder request(String url) throws MessageRefusedException {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(timeout());
            row.find("content.type").ifPresent(type -> request.setHeader("Content-Type", type));
            settings.find("auth.username").ifPresent(user -> request.setHeader("Authorization", basic(user)));
            row.withPrefix("headers.").forEach(request::setHeader);
            request.setHeader(Origin.header(), origin.text());
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
        requireSuccess(request, send(request).statusCode());
    }

    private static void requireSuccess(HttpRequest request, int status) throws IOException {
        if (status == LOOP) {
            throw new MessageRefusedException(place(request)
                    + " is a service of this application, which can't answer while it waits for the answer");
        }
        if (PASSING.contains(status)) {
            throw new IOException(place(request) + " answers " + status);
        }
        if (status >= 300) {
            throw new MessageRefusedException(place(request) + " answers " + status);
        }
    }

    private HttpResponse<Void> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw noAnswer(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + place(request), e);
        }
    }

    // Addresses may carry tokens.
    private static String place(HttpRequest request) {
        return ConfiguredSetting.shown("url", request.uri().toString());
    }

    private static IOException noAnswer(HttpRequest request, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new IOException("no answer from " + place(request) + ": " + reason, cause);
    }

    @Override
    public void stop() throws IOException {
        try {
            flush();
        } finally {
            client = null;
        }
    }
}
