package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Says in each request which application of which process sends it: a webhook must not let a sink of its own application wait until the
 * application, which waits for that sink, has processed the message.
 *
 * @param text what the header says
 */
record Origin(String text) {

    private static final String HEADER = "EventFlux-Origin";
    private static final String PROCESS = UUID.randomUUID().toString();

    static Origin of(String application) {
        return new Origin(PROCESS + "/" + URLEncoder.encode(application, StandardCharsets.UTF_8));
    }

    static String header() {
        return HEADER;
    }

    /** Whether a request comes from there. */
    boolean isOf(HttpExchange exchange) {
        return text.equals(exchange.getRequestHeaders().getFirst(HEADER));
    }
}
