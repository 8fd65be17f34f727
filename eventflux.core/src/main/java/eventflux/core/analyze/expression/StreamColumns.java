package eventflux.core.analyze.expression;

import eventflux.api.event.Schema;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.core.resolved.ResolvedStream;
import java.util.Objects;
import java.util.Set;

/**
 * What the analysis knows of a stream's columns.
 *
 * @param name the stream
 * @param schema its columns; a column whose type is unknown stands there as OBJECT
 * @param unresolved the columns whose type is unknown, which has been reported
 * @param isKnown false when nothing is known, which has been reported; every column is unresolved then
 */
public record StreamColumns(String name, Schema schema, Set<String> unresolved, boolean isKnown) {

    /** Copies the set. */
    public StreamColumns {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        unresolved = Set.copyOf(unresolved);
    }

    /** Of a stream that is there. */
    public static StreamColumns of(String name, Schema schema, Set<String> unresolved) {
        return new StreamColumns(name, schema, unresolved, true);
    }

    /** Of a stream about which nothing is known. */
    public static StreamColumns unknown(String name) {
        return new StreamColumns(name, Schema.of(), Set.of(), false);
    }

    /** Whether an author who writes this name means the stream; an inner stream is written without its partition. */
    public boolean isCalled(StreamName written) {
        return written.scope() == StreamScope.INNER
                ? name.endsWith(written.qualified())
                        && name.indexOf('#')
                                == name.length() - written.qualified().length()
                : name.equals(written.qualified());
    }

    /** How a problem speaks of the stream: that of a query inside another has no name that an author knows. */
    public String label() {
        return name.startsWith(ResolvedStream.GENERATED) ? "the query inside" : name;
    }

    /** Whether a column's type is unknown. */
    public boolean isUnresolved(String column) {
        return !isKnown || unresolved.contains(column);
    }
}
