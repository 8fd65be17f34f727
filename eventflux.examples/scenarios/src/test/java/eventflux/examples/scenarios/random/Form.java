package eventflux.examples.scenarios.random;

/** What an application is as a whole. */
enum Form {
    ANY,
    /** One partition by the key of all inputs. */
    PARTITIONED,
    /** Queries that group by the key and see no rows of other groups. */
    GROUPED
}
