package eventflux.core.analyze.problem;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.Severity;
import java.util.Locale;

/** What an analysis may find wrong. The code is the constant's name with hyphens: {@code unknown-column}. */
public enum AnalysisError implements ErrorCode {
    /** A query reads what nobody defines or fills. */
    UNKNOWN_STREAM("there is no stream {stream}"),
    /** A name that the input does not have. */
    UNKNOWN_COLUMN("{stream} has no column {column}"),
    /** A name before a dot that is no input. */
    UNKNOWN_QUALIFIER("nothing that this query reads is called {name}"),
    /** A type that neither dialect has. */
    UNKNOWN_TYPE("there is no type {type}"),
    /** A window, function, source, sink or mapper that no bundle provides. */
    UNKNOWN_EXTENSION("there is no {kind} {name}"),
    /** A setting that its owner does not know. */
    UNKNOWN_SETTING("{owner} has no setting {setting}"),
    /** An annotation that means nothing here. */
    UNKNOWN_ANNOTATION("the annotation {annotation} means nothing here", Severity.WARNING),
    /** A word that is not among the possible ones. */
    UNKNOWN_VALUE("{setting} is one of {choices}, not '{value}'"),
    /** A position that the select clause does not have. */
    UNKNOWN_POSITION("the select clause has no item {position}"),
    /** Two definitions of one name. */
    DUPLICATE_DEFINITION("{name} is defined twice"),
    /** Two columns of one name. */
    DUPLICATE_COLUMN("the column {column} is there twice"),
    /** Two queries of one name. */
    DUPLICATE_QUERY("two queries are called {name}"),
    /** One setting twice. */
    DUPLICATE_SETTING("{setting} is given twice"),
    /** A definition without columns. */
    MISSING_COLUMNS("{name} has no columns"),
    /** A setting without which its owner cannot work. */
    MISSING_SETTING("{owner} needs the setting {setting}"),
    /** An expression whose column has no name. */
    MISSING_ALIAS("the column needs a name: add 'as' and one"),
    /** An argument that must be there. */
    MISSING_ARGUMENT("{name} needs the argument {parameter}: {description}"),
    /** More arguments than parameters. */
    TOO_MANY_ARGUMENTS("this argument is one too many: {name} takes {count}"),
    /** An argument of the wrong kind. */
    WRONG_ARGUMENT("the argument {parameter} of {name} is {types}"),
    /** Arguments that no signature takes. */
    WRONG_ARGUMENTS("{name} does not take ({given}); it takes {signatures}"),
    /** An operator that does not apply. */
    WRONG_OPERANDS("{operator} does not apply to {operands}"),
    /** A condition that is not BOOL. */
    NOT_A_CONDITION("a condition is BOOL, and this is {type}"),
    /** Alternatives that do not go together. */
    NO_COMMON_TYPE("the alternatives {types} have no type in common"),
    /** A key that rows cannot be grouped by. */
    WRONG_KEY("rows cannot be grouped by {type}"),
    /** A setting's value of the wrong kind. */
    WRONG_SETTING("{setting} is {types}, not '{value}'"),
    /** An insert with too few or too many columns. */
    WRONG_COLUMN_COUNT("{stream} has {expected} columns, and the query gives {given}"),
    /** An insert of a type that does not widen to the column's. */
    WRONG_COLUMN_TYPE("the column {column} of {stream} is {expected}, and the query gives {given}"),
    /** An insert that gives the target's columns in another order than the target. */
    COLUMNS_IN_OTHER_ORDER(
            "{stream} has the columns ({expected}) in this order; they are filled by position with ({given})",
            Severity.WARNING),
    /** A null whose type nothing says. */
    NULL_WITHOUT_TYPE("null has no type here: write CAST(NULL AS type)"),
    /** A comparison that can only be unknown. */
    COMPARISON_WITH_NULL("a comparison with null is never true: write IS NULL", Severity.WARNING),
    /** A number that no type holds. */
    NUMBER_TOO_LARGE("the number is too large"),
    /** An aggregator where there are no groups. */
    AGGREGATE_NOT_ALLOWED("{name} works on groups of rows and stands in the select and having clauses only"),
    /** An aggregator inside another. */
    NESTED_AGGREGATE("{name} cannot stand inside another aggregate"),
    /** More than one window. */
    SECOND_WINDOW("a query has one window for each input, and this is another"),
    /** Queries that feed themselves. */
    QUERY_CYCLE("the queries feed themselves: {path}"),
    /** What the language has and the engine cannot run. */
    NOT_SUPPORTED_YET("{construct} cannot be run yet"),
    /** What the language has and the engine does without. */
    NO_EFFECT_YET("{construct} has no effect yet", Severity.WARNING);

    private final String template;
    private final Severity severity;

    AnalysisError(String template) {
        this(template, Severity.ERROR);
    }

    AnalysisError(String template, Severity severity) {
        this.template = template;
        this.severity = severity;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.USER;
    }

    @Override
    public String template() {
        return template;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
