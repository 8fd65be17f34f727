package eventflux.ext.functions.scalar;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;

/** What can be wrong with the arguments of a call. */
enum FunctionError implements ErrorCode {
    TEXT_TOO_LONG(
            "text-too-long",
            ErrorKind.RESOURCE,
            "The text would be {length} characters long, and {limit} are the limit."),
    BAD_ESCAPE(
            "bad-escape", ErrorKind.USER, "The escape {escape} is no single character, or ends the pattern {pattern}."),
    BAD_DATE_PATTERN("bad-date-pattern", ErrorKind.USER, "The pattern {pattern} is no pattern of a date: {reason}."),
    BAD_TIME_UNIT("bad-time-unit", ErrorKind.USER, "There is no unit of time {unit}; there are {units}."),
    BAD_REGEX("bad-regex", ErrorKind.USER, "The pattern {pattern} is no regular expression: {reason}."),
    BAD_TIME_ZONE("bad-time-zone", ErrorKind.USER, "There is no time zone {zone}."),
    BAD_ENCODING("bad-encoding", ErrorKind.USER, "The text is no {encoding}."),
    BAD_BASE("bad-base", ErrorKind.USER, "A base is from 2 to 36, not {base}."),
    BAD_JSON_PATH("bad-json-path", ErrorKind.USER, "The path {path} is no path into a JSON document: {reason}."),
    NO_SET("no-set", ErrorKind.USER, "The argument is no set, but a {type}."),
    NO_LIST("no-list", ErrorKind.USER, "The argument is no list, but a {type}."),
    NO_MAP("no-map", ErrorKind.USER, "The argument is no map, but a {type}."),
    KEY_WITHOUT_VALUE(
            "key-without-value", ErrorKind.USER, "A map takes keys and values by turns, and these are {count}.");

    private final String code;
    private final ErrorKind kind;
    private final String template;

    FunctionError(String code, ErrorKind kind, String template) {
        this.code = code;
        this.kind = kind;
        this.template = template;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String template() {
        return template;
    }

    /** To be thrown; names and values by turns. */
    EventFluxException with(Object... namesAndValues) {
        return new EventFluxException(Problem.of(this, namesAndValues));
    }
}
