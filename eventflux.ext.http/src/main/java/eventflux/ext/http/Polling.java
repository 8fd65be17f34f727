package eventflux.ext.http;

import eventflux.api.TimeSource;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.config.Settings;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A source that asks an address again and again; each answer with a body is a message. */
final class Polling implements Source {

    private final Settings settings;
    private final TimeSource time;
    private final String name;
    private SourceThread thread; // written by the thread that starts and stops; null before the first start

    Polling(Settings settings, TimeSource time, String name) {
        this.settings = settings;
        this.time = time;
        this.name = name;
    }

    @Override
    public void start(SourceOutput out) throws IOException {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(timeout()).followRedirects(HttpClient.Redirect.NORMAL);
        new Tls(settings).context().ifPresent(builder::sslContext);
        HttpClient client = builder.build();
        HttpRequest request = request();
        thread = new SourceThread(name, time, (to, own) -> {
            do {
                ask(client, request, to);
            } while (own.awaitTime(time.millis() + settings.getMillis("poll.interval.ms")));
            return false;
        });
        thread.start(out);
    }

    private Duration timeout() {
        return Duration.ofMillis(settings.getMillis("timeout.ms"));
    }

    private HttpRequest request() {
        String body = settings.find("body").orElse("");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.getString("url")))
                .timeout(timeout())
                .method(
                        settings.getString("method").toUpperCase(Locale.ROOT),
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        settings.withPrefix("headers.").forEach(request::header);
        return request.build();
    }

    /** A question that fails is an error of one message: the next one may succeed. */
    private void ask(HttpClient client, HttpRequest request, SourceOutput out) throws InterruptedException {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            Optional<byte[]> body = body(response);
            if (body.isPresent() && out.message(body.get(), 0, body.get().length)) {
                out.flush();
            }
        } catch (IOException e) {
            out.rejected(e, ConfiguredSetting.shown("url", request.uri().toString()));
        }
    }

    private Optional<byte[]> body(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            int status = response.statusCode();
            if (status == 204 || status == 304) {
                return Optional.empty();
            }
            if (status >= 300) {
                throw new IOException("the answer is " + status);
            }
            int most = settings.getInt("max.body.bytes");
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw new IOException("the answer is longer than max.body.bytes=" + most);
            }
            return body.length == 0 ? Optional.empty() : Optional.of(body);
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.stop();
        }
    }
}
