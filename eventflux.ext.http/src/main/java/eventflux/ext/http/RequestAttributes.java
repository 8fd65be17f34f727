package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import eventflux.api.spi.source.MessageAttributes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in a request beside its body.
 *
 * @param id by which a response finds it; empty where there is none to come
 */
record RequestAttributes(HttpExchange exchange, String id) implements MessageAttributes {

    private static final String HEADER = "header.";
    private static final String QUERY = "query.";

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "method" -> Optional.of(exchange.getRequestMethod());
            case "path" -> Optional.of(exchange.getRequestURI().getPath());
            case "remote" ->
                Optional.of(exchange.getRemoteAddress().getAddress().getHostAddress());
            case "message.id", "messageId" -> Optional.of((Object) id).filter(text -> !id.isEmpty());
            default -> name.startsWith(QUERY) ? query(name.substring(QUERY.length())) : header(name);
        };
    }

    private Optional<Object> header(String name) {
        String bare = name.startsWith(HEADER) ? name.substring(HEADER.length()) : name;
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(bare));
    }

    private Optional<Object> query(String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return Stream.of(query == null ? new String[0] : query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> decoded(pair[0]).equals(name))
                .map(pair -> (Object) (pair.length == 1 ? "" : decoded(pair[1])))
                .findFirst();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
