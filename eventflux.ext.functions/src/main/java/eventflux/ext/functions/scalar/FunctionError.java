package eventflux.ext.functions.scalar;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;

/** What can be wrong with the arguments of a call. */
enum FunctionError implements ErrorCode {
    TEXT_TOO_LONG(ErrorKind.RESOURCE, "The text would be {length} characters long, and {limit} are the limit."),
    BAD_ESCAPE(ErrorKind.USER, "The escape {escape} is no single character, or ends the pattern {pattern}."),
    BAD_DATE_PATTERN(ErrorKind.USER, "The pattern {pattern} is no pattern of a date: {reason}."),
    BAD_TIME_UNIT(ErrorKind.USER, "There is no unit of time {unit}; there are {units}."),
    BAD_REGEX(ErrorKind.USER, "The pattern {pattern} is no regular expression: {reason}."),
    BAD_TIME_ZONE(ErrorKind.USER, "There is no time zone {zone}."),
    BAD_ENCODING(ErrorKind.USER, "The text is no {encoding}."),
    BAD_BASE(ErrorKind.USER, "A base is from 2 to 36, not {base}."),
    BAD_JSON_PATH(ErrorKind.USER, "The path {path} is no path into a JSON document: {reason}."),
    NO_SET(ErrorKind.USER, "The argument is no set, but a {type}."),
    NO_LIST(ErrorKind.USER, "The argument is no list, but a {type}."),
    NO_MAP(ErrorKind.USER, "The argument is no map, but a {type}."),
    KEY_WITHOUT_VALUE(ErrorKind.USER, "A map takes keys and values by turns, and these are {count}.");

    private final ErrorKind kind;
    private final String template;

    FunctionError(ErrorKind kind, String template) {
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

    /** To be thrown; names and values by turns. */
    EventFluxException with(Object... namesAndValues) {
        return new EventFluxException(Problem.of(this, namesAndValues));
    }
}
