package eventflux.api.query.node;

/**
 * Which generation of the language a statement is written in. The tree is the same, but nulls, integer division and
 * unwindowed joins mean what each generation's authors expect.
 */
public enum Dialect {
    /** {@code CREATE STREAM …; INSERT INTO O SELECT … FROM S}. */
    SQL,
    /** {@code define stream …; from S select … insert into O}. */
    CLASSIC
}
