package eventflux.core;

import eventflux.api.event.Schema;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an application shows to the outside. It stays the same while the application waits, so that senders and callbacks find
 * what they look for.
 *
 * @param streams the columns of each stream, in the order of the text
 * @param queries the columns of each query, in the order of the text
 */
record Ports(Map<String, Schema> streams, Map<String, Schema> queries) {

    /** Of an application that has never been built. */
    static final Ports NONE = new Ports(Map.of(), Map.of());

    static Ports of(ResolvedApp app) {
        Map<String, Schema> streams = new LinkedHashMap<>();
        Map<String, Schema> queries = new LinkedHashMap<>();
        app.streams().stream()
                .filter(stream -> isNamed(stream.name()))
                .forEach(stream -> streams.put(stream.name(), stream.schema()));
        app.queries().stream()
                .filter(query -> isNamed(query.name()))
                .forEach(query -> queries.put(query.name(), query.output().schema()));
        return new Ports(Collections.unmodifiableMap(streams), Collections.unmodifiableMap(queries));
    }

    private static boolean isNamed(String name) {
        return !name.startsWith(ResolvedStream.GENERATED);
    }
}
