package eventflux.parser;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong with a text before anybody asks what it means. */
public enum SyntaxError implements ErrorCode {
    /** Something stands where the language expects something else. */
    UNEXPECTED("unexpected-text", "{found} is not expected here; expected {expected}"),
    /** A word that would be right with other letters. */
    MISSPELT("misspelt-keyword", "{found} is not expected here; it looks like a misspelt keyword"),
    /** The same, where it would take too long to say what is expected. */
    UNREADABLE("unreadable-statement", "this statement cannot be read from {found} on"),
    /** A keyword that would be right as a name. */
    KEYWORD_AS_NAME("keyword-as-name", "{found} is a keyword: as a name it stands in back quotes"),
    /** One word or sign is missing and all else is right. */
    MISSING("missing-text", "{missing} is missing after {before}"),
    /** What another dialect of SQL has and this language has not. */
    FOREIGN("foreign-text", "'{found}' is not expected here; {instead}"),
    /** A word or sign that the analysis of a correct statement has no use for. */
    MISPLACED("misplaced-text", "{text} has no meaning here: {reason}"),
    /** A character that no word starts with. */
    STRAY_CHARACTER("stray-character", "{text} is no part of the language"),
    /** Quotes as word processors set them. */
    CURLED_QUOTES("curled-quotes", "{text} has typographic quotes; the language has plain ones"),
    /** A name of letters that need quotes. */
    UNQUOTED_NAME("unquoted-name", "'{name}' has other letters than a to z: as a name it stands in back quotes"),
    /** A string, comment, name or script without its end. */
    UNCLOSED("unclosed-text", "this {what} is never closed; expected {close}"),
    /** A name of no letters, in quotes. */
    EMPTY_NAME("empty-name", "a name has one letter at least"),
    /** A variable that nobody set. */
    UNKNOWN_VARIABLE("unknown-variable", "the variable {name} is neither a system property nor in the environment"),
    /** A number that its type cannot hold. */
    NUMBER_OUT_OF_RANGE("number-out-of-range", "{text} does not fit into {type}"),
    /** An interval that holds no whole number. */
    MALFORMED_INTERVAL("malformed-interval", "{text} is not a whole number of units of time"),
    /** A length of time that milliseconds cannot count. */
    DURATION_OUT_OF_RANGE("duration-out-of-range", "{text} is too long to be counted in milliseconds"),
    /** A quantifier whose end lies before its start. */
    QUANTIFIER_OUT_OF_RANGE("quantifier-out-of-range", "at most {max} cannot be less than at least {min}"),
    /** An {@code end} that closes nothing. */
    END_WITHOUT_PARTITION("end-without-partition", "no partition is open that this could close"),
    /** A partition without an {@code end}. */
    UNCLOSED_PARTITION("unclosed-partition", "this partition is never closed; expected 'end'"),
    /** A definition or a partition inside a partition. */
    NOT_IN_PARTITION("not-in-partition", "only queries may stand inside a partition"),
    /** More levels than a machine should have to remember. */
    NESTING_TOO_DEEP("nesting-too-deep", ErrorKind.RESOURCE, "this is nested more than {limit} levels deep"),
    /** More streams and events than a statement should have. */
    TOO_MANY_INPUTS(
            "too-many-inputs",
            ErrorKind.RESOURCE,
            "this statement reads more than {limit} inputs and events of patterns"),
    /** More text than an application should have. */
    TEXT_TOO_LONG("text-too-long", ErrorKind.RESOURCE, "the text has {length} characters; {limit} are allowed"),
    /** More problems than anybody reads. */
    TOO_MANY_PROBLEMS("too-many-problems", "more than {limit} problems; what follows was not read");

    private final String code;
    private final ErrorKind kind;
    private final String template;

    SyntaxError(String code, String template) {
        this(code, ErrorKind.USER, template);
    }

    SyntaxError(String code, ErrorKind kind, String template) {
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
}
