package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import eventflux.api.spi.sink.MessageRefusedException;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSettings;
import java.io.IOException;
import java.util.Arrays;

/** Answers requests that a source of the same name took. */
final class ResponseSink implements MessageSink {

    private final String source;
    private final RowSettings row;
    private final Exchanges exchanges;

    ResponseSink(String source, RowSettings row, Exchanges exchanges) {
        this.source = source;
        this.row = row;
        this.exchanges = exchanges;
    }

    @Override
    public void start() {
        // The requests come by themselves.
    }

    @Override
    public void publish(byte[] payload, int offset, int length) throws IOException {
        String id = row.find("message.id").orElse("");
        HttpExchange exchange = exchanges
                .take(source, id)
                .orElseThrow(
                        () -> new MessageRefusedException("no request " + id + " of source.id=" + source + " waits"));
        int status = Integer.parseInt(row.find("status").orElse("200").strip());
        row.withPrefix("headers.")
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        Answers.send(
                exchange,
                status,
                row.find("content.type").orElse("application/octet-stream"),
                Arrays.copyOfRange(payload, offset, offset + length));
    }

    @Override
    public void stop() {
        // Requests that still wait run into their timeout.
    }
}
