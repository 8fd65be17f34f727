package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import eventflux.api.spi.source.SourceOutput;
import java.io.IOException;

/** Says that a message has been taken, or that it could not be. */
final class PlainResponder implements Webhook.Responder {

    @Override
    public void respond(HttpExchange exchange, byte[] body, SourceOutput out) throws IOException {
        boolean isTaken;
        synchronized (this) {
            isTaken = out.message(body, 0, body.length, new RequestAttributes(exchange, "")) && out.settle();
        }
        Answers.send(exchange, isTaken ? 200 : 503);
    }
}
