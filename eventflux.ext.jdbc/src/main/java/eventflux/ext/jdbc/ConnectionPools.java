package eventflux.ext.jdbc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The pools that stores share: one for all that say the same about their database. For any thread. */
final class ConnectionPools {

    // Guarded by this.
    private final Map<ConnectionPool.Options, Shared> open = new HashMap<>();

    /** A pool and how many use it. */
    private record Shared(ConnectionPool pool, int users) {}

    /** The pool for a database, opened for its first user. */
    synchronized ConnectionPool take(ConnectionPool.Options options) throws IOException {
        Shared present = open.get(options);
        Shared taken = present == null
                ? new Shared(ConnectionPool.open(options), 1)
                : new Shared(present.pool(), present.users() + 1);
        open.put(options, taken);
        return taken.pool();
    }

    /** Gives a pool back; it is closed with its last user. */
    synchronized void giveBack(ConnectionPool.Options options) throws IOException {
        Shared present = open.get(options);
        if (present.users() > 1) {
            open.put(options, new Shared(present.pool(), present.users() - 1));
        } else {
            open.remove(options);
            present.pool().close();
        }
    }
}
