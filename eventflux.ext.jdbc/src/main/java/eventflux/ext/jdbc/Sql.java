package eventflux.ext.jdbc;

import java.util.List;

/**
 * A statement and what fills its places, in order.
 *
 * @param text with a question mark for each place
 * @param binds one for each
 */
record Sql(String text, List<Bind> binds) {

    Sql {
        binds = List.copyOf(binds);
    }
}
