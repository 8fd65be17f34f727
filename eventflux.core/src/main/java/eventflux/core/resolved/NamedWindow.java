package eventflux.core.resolved;

import java.util.Objects;

/**
 * A window that all readers of a stream share.
 *
 * @param call which
 * @param current whether readers see the rows that come into it
 * @param expired whether they see those that leave it
 */
public record NamedWindow(ResolvedQuery.WindowCall call, boolean current, boolean expired) {

    /** Refuses missing parts. */
    public NamedWindow {
        Objects.requireNonNull(call, "call");
    }

    @Override
    public String toString() {
        String rows = current ? expired ? "all" : "current" : "expired";
        return call.text() + ", " + rows + " rows";
    }
}
