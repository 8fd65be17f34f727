package eventflux.core.operator.aggregation;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What an aggregation may refuse while it runs. */
public enum AggregationError implements ErrorCode {
    /** A row whose time is null. */
    NO_TIME("the column {column}, by which rows are aggregated, is null"),
    /** A text that is no time. */
    NO_MOMENT(
            "'{text}' is no time: write yyyy-MM-dd HH:mm:ss, with an offset such as +05:30 behind it where it is needed"),
    /** A value that a reader asks with is null. */
    NOTHING_ASKED("WITHIN and PER have values, and {clause} is null"),
    /** Buckets of another length. */
    NO_SUCH_PERIOD("{aggregation} has no buckets per '{text}'; it has them per {periods}"),
    /** A row of the store that this aggregation has not written. */
    BUCKET_UNREADABLE(ErrorKind.EXTERNAL, "a bucket in the store of {aggregation} cannot be read: {cause}");

    private final ErrorKind kind;
    private final String template;

    AggregationError(String template) {
        this(ErrorKind.USER, template);
    }

    AggregationError(ErrorKind kind, String template) {
        this.kind = kind;
        this.template = template;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String template() {
        return template;
    }
}
