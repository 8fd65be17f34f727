package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.spi.source.SourceOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Leaves the response to a sink; one that does not come in time is 504. */
final class WaitingResponder implements Webhook.Responder {

    private static final int LOOP = 508;

    private final Origin origin;
    private final String source;
    private final long mostMillis;
    private final TimeSource time;
    private final Exchanges exchanges;
    private final AtomicLong last;

    WaitingResponder(Origin origin, String source, long mostMillis, TimeSource time, Exchanges exchanges) {
        this.origin = origin;
        this.source = source;
        this.mostMillis = mostMillis;
        this.time = time;
        this.exchanges = exchanges;
        this.last = new AtomicLong(time.millis());
    }

    @Override
    public void respond(HttpExchange exchange, byte[] body, SourceOutput out) throws IOException {
        if (origin.isOf(exchange)) {
            Answers.send(exchange, LOOP);
            return;
        }
        String id = Long.toString(last.incrementAndGet(), Character.MAX_RADIX);
        exchanges.put(source, id, exchange);
        Registration timeout = time.wakeAt(time.millis() + mostMillis, () -> tooLate(id));
        boolean isTaken;
        synchronized (this) {
            isTaken = out.message(body, 0, body.length, new RequestAttributes(exchange, id));
            out.flush();
        }
        if (!isTaken) {
            timeout.close();
            Optional<HttpExchange> left = exchanges.take(source, id);
            if (left.isPresent()) {
                Answers.send(exchange, 503);
            }
        }
    }

    private void tooLate(String id) {
        exchanges
                .take(source, id)
                .ifPresent(exchange -> CompletableFuture.runAsync(() -> {
                    try {
                        Answers.send(exchange, 504);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }
}
