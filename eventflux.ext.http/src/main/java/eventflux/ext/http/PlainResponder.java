package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import eventflux.api.spi.source.SourceOutput;
import java.io.IOException;

/** Says that a message has been taken, or that it could not be. */
final class PlainResponder implements Webhook.Responder {

    private static final int ACCEPTED = 202;

    private final Origin origin;

    /** One that does not let the application at {@code origin} wait. */
    PlainResponder(Origin origin) {
        this.origin = origin;
    }

    @Override
    public void respond(HttpExchange exchange, byte[] body, SourceOutput out) throws IOException {
        if (origin.isOf(exchange)) {
            // The application may be waiting for this answer.
            Answers.send(exchange, ACCEPTED);
            synchronized (this) {
                out.message(body, 0, body.length, new RequestAttributes(exchange, ""));
                out.flush();
            }
            return;
        }
        boolean isTaken;
        synchronized (this) {
            isTaken = out.message(body, 0, body.length, new RequestAttributes(exchange, "")) && out.settle();
        }
        Answers.send(exchange, isTaken ? 200 : 503);
    }
}
