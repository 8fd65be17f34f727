package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests that wait for their response. A source puts them here and a sink of the same name takes them out; both are made by
 * factories that know nothing of each other, in OSGi and on a class path alike, so the place is one for the whole bundle. Safe for
 * many threads.
 */
final class Exchanges {

    private static final Exchanges OF_BUNDLE = new Exchanges();

    private final Map<String, HttpExchange> waiting = new ConcurrentHashMap<>();

    static Exchanges ofBundle() {
        return OF_BUNDLE;
    }

    void put(String source, String id, HttpExchange exchange) {
        waiting.put(key(source, id), exchange);
    }

    Optional<HttpExchange> take(String source, String id) {
        return Optional.ofNullable(waiting.remove(key(source, id)));
    }

    private static String key(String source, String id) {
        return source + "/" + id;
    }
}
