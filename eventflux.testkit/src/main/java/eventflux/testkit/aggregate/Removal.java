package eventflux.testkit.aggregate;

/** How values leave the group that an aggregator serves. */
public enum Removal {
    /** Only all together, by a reset. */
    NEVER,
    /** One by one, the oldest first. */
    IN_ORDER,
    /** One by one, any of them. */
    ANY_ORDER
}
