package eventflux.api.query.node;

/** Units of time that texts may name. */
public enum DurationUnit {
    /** A thousandth of a second. */
    MILLISECOND(1L),
    /** 1,000 milliseconds. */
    SECOND(1_000L),
    /** 60 seconds. */
    MINUTE(60_000L),
    /** 60 minutes. */
    HOUR(3_600_000L),
    /** 24 hours. */
    DAY(86_400_000L),
    /** 7 days. */
    WEEK(604_800_000L),
    /** 30 days where a length is needed; a calendar month in aggregations. */
    MONTH(2_592_000_000L),
    /** 365 days where a length is needed; a calendar year in aggregations. */
    YEAR(31_536_000_000L);

    private final long millis;

    DurationUnit(long millis) {
        this.millis = millis;
    }

    /** Its length in milliseconds. */
    public long millis() {
        return millis;
    }
}
