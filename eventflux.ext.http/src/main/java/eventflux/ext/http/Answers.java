package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Answers requests. */
final class Answers {

    private static final int NO_BODY = -1;

    private Answers() {}

    /** A status without a body. */
    static void send(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, NO_BODY);
        exchange.close();
    }

    /** A status with a body. */
    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
