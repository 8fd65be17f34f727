package eventflux.examples.scenarios.random;

/** In which a text is written. */
enum Dialect {
    CLASSIC,
    SQL;

    Dialect other() {
        return this == CLASSIC ? SQL : CLASSIC;
    }
}
