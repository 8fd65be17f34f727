package eventflux.examples.scenarios.random;

/**
 * The same in both dialects.
 *
 * @param classic as the classic dialect writes it
 * @param sql as SQL writes it
 */
record Both(String classic, String sql) {

    /** What both write alike. */
    static Both same(String text) {
        return new Both(text, text);
    }

    Both then(Both other) {
        return new Both(classic + other.classic, sql + other.sql);
    }

    Both then(String text) {
        return then(same(text));
    }

    String in(Dialect dialect) {
        return dialect == Dialect.CLASSIC ? classic : sql;
    }
}
