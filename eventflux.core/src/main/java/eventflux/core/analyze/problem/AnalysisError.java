package eventflux.core.analyze.problem;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.Severity;

/** What an analysis may find wrong. */
public enum AnalysisError implements ErrorCode {
    /** A text of comments and annotations alone, or of nothing. */
    NO_STATEMENT("this text has no statement: nothing could ever happen"),
    /** A query reads what nobody defines or fills. */
    UNKNOWN_STREAM("there is no stream {stream}"),
    /** A fault stream of a stream that has none. */
    NO_FAULT_STREAM("{stream} has no fault stream: @OnError(action='STREAM') or fault.stream='true' gives it one"),
    /** A table that nobody defines. */
    UNKNOWN_TABLE("there is no table {table}"),
    /** A stream whose rows are to be changed. */
    STREAM_AS_TABLE("{stream} is a stream: only rows of tables are changed"),
    /** A table that is read like a stream. */
    TABLE_AS_STREAM("{table} is a table: a query joins with it, or asks whether a row is IN it"),
    /** An aggregation that is read or filled like a stream. */
    AGGREGATION_AS_STREAM("{aggregation} is an aggregation: a query joins with it PER a period, or asks it on demand"),
    /** A time or a period for something that has none. */
    NOT_AN_AGGREGATION("{clause} is for aggregations, and {name} is none"),
    /** An aggregation that is read without saying which of its periods. */
    MISSING_PERIOD("{aggregation} is read PER one of its periods: {periods}"),
    /** A period that an aggregation does not have. */
    UNKNOWN_PERIOD("{aggregation} has nothing per '{period}'; it has {periods}"),
    /** Periods that are none, or are there twice. */
    WRONG_PERIODS("an aggregation is EVERY one or more of second, minute, hour, day, week, month and year, each once; "
            + "a range begins with the shorter one"),
    /** A text that is no time. */
    WRONG_MOMENT("'{text}' is no time: write {form}, with an offset such as +05:30 behind it where it is needed"),
    /** A range of time that ends before it begins. */
    WRONG_RANGE("WITHIN ends before it begins"),
    /** A value of the wrong type behind WITHIN or PER. */
    WRONG_BUCKETS("{clause} takes {types}, and this is {given}"),
    /** A zone that is none. */
    UNKNOWN_ZONE("there is no time zone {zone}"),
    /** A value that is looked for in a table of which nothing says where. */
    TABLE_WITHOUT_KEY("{table} has no primary key of one column: write the condition, as in {table}.column == value"),
    /** A column of the input that a statement on a table needs and the query does not select. */
    COLUMN_NOT_SELECTED("{column} is not among the columns that the query selects"),
    /** An update whose query gives no column of the table. */
    NOTHING_TO_UPDATE("the query selects no column of {table}: write SET"),
    /** A name that the input does not have. */
    UNKNOWN_COLUMN("{stream} has no column {column}"),
    /** A name that more than one input has. */
    AMBIGUOUS_COLUMN("{column} is a column of {first} and of {second}: say which"),
    /** A side of a join keeps its rows for ever. */
    UNBOUNDED_SIDE(
            "{stream} has no window here, so its rows stay while the application runs: bound them by WITHIN or a"
                    + " window",
            Severity.WARNING),
    /** A name before a dot that more than one input has. */
    AMBIGUOUS_QUALIFIER(
            "two inputs of this query are called {name}: give each a name of its own, {name} AS a, or a={name} in a pattern"),
    /** The index of an event that there cannot be. */
    NO_SUCH_EVENT("of {event} there are {count} at most: this is always null", Severity.WARNING),
    /** The condition of an event looks at one that comes behind it. */
    LATER_EVENT("{event} comes later in the pattern and is always null here", Severity.WARNING),
    /** A name before a dot that is no input. */
    UNKNOWN_QUALIFIER("nothing that this query reads is called {name}"),
    /** A type that neither dialect has. */
    UNKNOWN_TYPE("there is no type {type}"),
    /** A window, function, source, sink or mapper that no bundle provides; where known, what to write instead, and which bundle would. */
    UNKNOWN_EXTENSION("there is no {kind} {name}{instead}{hint}"),
    /** A setting that its owner does not know. */
    UNKNOWN_REFERENCE("the configuration has no refs.{name}"),
    /** A setting that the extension does not have. */
    UNKNOWN_SETTING("{owner} has no setting {setting}"),
    /** An annotation that means nothing here. */
    UNKNOWN_ANNOTATION("the annotation {annotation} means nothing here", Severity.WARNING),
    /** An annotation that means nothing here, and nearly has the name of one that does: what it asks for would not be done. */
    MISSPELT_ANNOTATION("there is no annotation {annotation} here; it looks like a misspelt one"),
    /** A word that is not among the possible ones. */
    UNKNOWN_VALUE("{setting} is one of {choices}, not '{value}'"),
    /** A position that the select clause does not have. */
    UNKNOWN_POSITION("the select clause has no item {position}"),
    /** An index behind what is no event of a pattern. */
    NOT_AN_EVENT("only events of a pattern have an index"),
    /** A whole event where a value has to stand. */
    WHOLE_EVENT("a whole event is no value: name one of its columns, or ask whether it is null"),
    /** Two events of a pattern with one name. */
    DUPLICATE_EVENT("two events of the pattern are called {name}"),
    /** An absence that never ends. */
    ENDLESS_ABSENCE("'not {stream}' needs 'for' and a time, or 'and' and another event"),
    /** A pattern all of whose events may be missing. */
    EMPTY_PATTERN("this pattern would match without any event"),
    /** A quantifier whose bounds cannot be met. */
    WRONG_QUANTIFIER("so many events cannot be: {quantifier}"),
    /** Two definitions of one name. */
    DUPLICATE_DEFINITION("{name} is defined twice"),
    /** Two columns of one name. */
    DUPLICATE_COLUMN("the column {column} is there twice"),
    /** Two queries of one name. */
    DUPLICATE_QUERY("two queries are called {name}"),
    /** A stream function whose column is there before. */
    COLUMN_ADDED_TWICE("{name} adds the column {column}, which is there already"),
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
    /** A constant that a function can do nothing with. */
    REFUSED_ARGUMENT("{name} cannot be called with '{text}': {reason}"),
    /** An operator that does not apply. */
    WRONG_OPERANDS("{operator} does not apply to {operands}"),
    /** A condition that is not BOOL. */
    NOT_A_CONDITION("a condition is BOOL, and this is {type}"),
    /** Texts that are joined where a condition was meant. */
    JOINED_CONDITIONS("|| joins texts, and this is one: between conditions stands OR"),
    /** Alternatives that do not go together. */
    NO_COMMON_TYPE("the alternatives {types} have no type in common"),
    /** A key that rows cannot be grouped, found or told apart by. */
    WRONG_KEY("rows cannot be told apart by {type}"),
    /** A key that rows cannot be ordered by. */
    WRONG_ORDER("rows cannot be ordered by {type}"),
    /** A number of rows that is none. */
    WRONG_ROW_COUNT("{clause} takes a whole number, 0 or more"),
    /** A setting that is the same for all rows was to depend on the row. */
    STATIC_SETTING("{setting} of {owner} cannot depend on the row"),
    /** A stream of dead letters with other columns, or none. */
    WRONG_DEAD_LETTERS("{stream} takes dead letters and has to be a stream with the columns {expected}"),
    /** Dead letters that would become dead letters themselves. */
    LETTERS_OF_LETTERS("{stream} takes dead letters and cannot make dead letters of its own failures"),
    /** A bound that is no watermark. */
    WRONG_WATERMARK("a watermark is a LONG column, or that column less a length of time"),
    /** A stream of late rows with other columns. */
    WRONG_LATE_STREAM(
            "{stream} takes late rows and has to be a stream without a watermark and with the columns {expected}"),
    /** A query that fills a stream whose rows carry the time. */
    WATERMARK_FILLED("{stream} has a watermark, so no query can fill it: rows come from outside"),
    /** Two things that would drive one clock. */
    WATERMARK_IN_PLAYBACK("the clock follows the watermarks of the streams: leave @app:playback out"),
    /** A cron expression that is none. */
    WRONG_SCHEDULE("'{schedule}' is no schedule: {cause}"),
    /** A rate that is none. */
    WRONG_PERIOD("{clause} takes a number of events or a length of time, above 0"),
    /** A setting's value of the wrong kind. */
    WRONG_SETTING("{setting} is {types}, not '{value}'"),
    /** A setting that another one does without. */
    STRAY_SETTING("{setting} means nothing with the strategy {strategy}"),
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
    /** A comparison that only nulls do not decide, where another column was meant. */
    COMPARED_WITH_ITSELF("{column} is compared with itself", Severity.WARNING),
    /** A number that no type holds. */
    NUMBER_TOO_LARGE("the number is too large"),
    /** An aggregator where there are no groups. */
    AGGREGATE_NOT_ALLOWED("{name} works on groups of rows and stands in the select and having clauses only"),
    /** An aggregator inside another. */
    NESTED_AGGREGATE("{name} cannot stand inside another aggregate"),
    /** More than one window. */
    SECOND_WINDOW("a query has one window for each input, and this is another"),
    /** One stream partitioned by ranges and by something else. */
    DUPLICATE_PARTITION_KEY("{stream} is partitioned by ranges, and by nothing else"),
    /** Keys of several streams that cannot be compared. */
    PARTITION_KEY_COUNT("the keys of all streams have as many values, and that of {stream} has not"),
    /** An inner stream outside of a partition. */
    INNER_STREAM_OUTSIDE("the stream {stream} is there inside of a partition only"),
    /** Queries that feed themselves, and hand on every row that they get. */
    ENDLESS_LOOP("each row of {path} goes round without end: nothing on the way holds any back"),
    /** A stream without definition whose columns would be those of its own rows. */
    COLUMNS_FROM_ITSELF("the columns of {stream} would come of its own rows: define the stream"),
    /** A text that is to be run once and is no query. */
    NOT_ON_DEMAND("on demand one query can be run: a SELECT, INSERT, UPDATE or DELETE"),
    /** A script that its language cannot read. */
    WRONG_SCRIPT("the script of {name} cannot be read: {cause}"),
    /** A query that is to be run for each row and is written like one that is asked once. */
    ON_DEMAND_ONLY(
            "a query with ON, WITHIN or PER behind what it reads is asked on demand, and not part of an application"),
    /** A query without FROM in an application. */
    NOTHING_TO_READ("a query of an application reads a stream, behind FROM; without one it is asked on demand"),
    /** Several workers that have nothing to share. */
    IDLE_WORKERS("one thread serves {stream}, whatever its workers: {reason}", Severity.WARNING),
    /** What the language has and the engine cannot run. */
    NOT_SUPPORTED_YET("{construct} cannot be run yet"),
    /** What the language has and the engine does without. */
    NO_EFFECT_YET("{construct} has no effect yet", Severity.WARNING),
    /** What asks for something that is so anyway, or cannot be so here. */
    NO_EFFECT("{construct} has no effect: {reason}", Severity.WARNING);

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
