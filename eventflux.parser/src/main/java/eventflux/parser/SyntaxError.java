package eventflux.parser;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong with a text before anybody asks what it means. */
public enum SyntaxError implements ErrorCode {
    /** Something stands where the language expects something else. */
    UNEXPECTED_TEXT("{found} is not expected here; expected {expected}"),
    /** A word that would be right with other letters. */
    MISSPELT_KEYWORD("{found} is not expected here; it looks like a misspelt keyword"),
    /** The same, where it would take too long to say what is expected. */
    UNREADABLE_STATEMENT("this statement cannot be read from {found} on"),
    /** A keyword that would be right as a name. */
    KEYWORD_AS_NAME("{found} is a keyword: as a name it stands in back quotes"),
    /** One word or sign is missing and all else is right. */
    MISSING_TEXT("{missing} is missing after {before}"),
    /** What another dialect of SQL has and this language has not. */
    FOREIGN_TEXT("'{found}' is not expected here; {instead}"),
    /** A word or sign that the analysis of a correct statement has no use for. */
    MISPLACED_TEXT("{text} has no meaning here: {reason}"),
    /** A character that no word starts with. */
    STRAY_CHARACTER("{text} is no part of the language"),
    /** Quotes as word processors set them. */
    CURLED_QUOTES("{text} has typographic quotes; the language has plain ones"),
    /** A name of letters that need quotes. */
    UNQUOTED_NAME("'{name}' has other letters than a to z: as a name it stands in back quotes"),
    /** A string, comment, name or script without its end. */
    UNCLOSED_TEXT("this {what} is never closed; expected {close}"),
    /** A name of no letters, in quotes. */
    EMPTY_NAME("a name has one letter at least"),
    /** A variable that nobody set. */
    UNKNOWN_VARIABLE("the variable {name} is neither a system property nor in the environment"),
    /** A number that its type cannot hold. */
    NUMBER_OUT_OF_RANGE("{text} does not fit into {type}"),
    /** A number as other languages write it, or with a part too much. */
    MALFORMED_NUMBER("'{text}' is not a number: {reason}"),
    /** An interval that holds no whole number. */
    MALFORMED_INTERVAL("{text} is not a whole number of units of time"),
    /** A length of time that milliseconds cannot count. */
    DURATION_OUT_OF_RANGE("{text} is too long to be counted in milliseconds"),
    /** A quantifier whose end lies before its start. */
    QUANTIFIER_OUT_OF_RANGE("at most {max} cannot be less than at least {min}"),
    /** An {@code end} that closes nothing. */
    END_WITHOUT_PARTITION("no partition is open that this could close"),
    /** A partition without an {@code end}. */
    UNCLOSED_PARTITION("this partition is never closed; expected 'end'"),
    /** A definition or a partition inside a partition. */
    NOT_IN_PARTITION("only queries may stand inside a partition"),
    /** More levels than a machine should have to remember. */
    NESTING_TOO_DEEP(ErrorKind.RESOURCE, "this is nested more than {limit} levels deep"),
    /** More streams and events than a statement should have. */
    TOO_MANY_INPUTS(ErrorKind.RESOURCE, "this statement reads more than {limit} inputs and events of patterns"),
    /** More text than an application should have. */
    TEXT_TOO_LONG(ErrorKind.RESOURCE, "the text has {length} characters; {limit} are allowed"),
    /** More problems than anybody reads. */
    TOO_MANY_PROBLEMS("more than {limit} problems; what follows was not read");

    private final ErrorKind kind;
    private final String template;

    SyntaxError(String template) {
        this(ErrorKind.USER, template);
    }

    SyntaxError(ErrorKind kind, String template) {
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
