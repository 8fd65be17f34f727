package eventflux.shell;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong with a command line. */
enum ShellProblem implements ErrorCode {
    /** Values: usage. */
    USAGE(ErrorKind.USER, "usage: {usage}"),
    /** Values: usage, purpose. */
    HELP(ErrorKind.USER, "usage: {usage}\n{purpose}"),
    /** Values: name, names. */
    APPLICATION_UNKNOWN(ErrorKind.USER, "no application is named {name}; there are: {names}"),
    /** Values: name. */
    NO_APPLICATIONS(ErrorKind.USER, "no application is named {name}; none is deployed"),
    /** Values: name, doing. */
    NOT_ACTIVE(ErrorKind.USER, "{name} {doing}; start it first"),
    /** Values: name, doing. */
    NOT_YET(ErrorKind.USER, "{name} {doing}; try again in a moment"),
    /** Values: name, count. */
    NOT_RUNNING(ErrorKind.USER, "{name} is not running: {count}, see problems {name}"),
    /** Values: bundle, reason. */
    NOT_STOPPED(ErrorKind.EXTERNAL, "bundle {bundle} is stopped, and its application is not: {reason}"),
    /** Values: name, bundle. */
    BUNDLE_SHARED(
            ErrorKind.USER,
            "{name} shares bundle {bundle} with other applications; uninstall {bundle} removes them all"),
    /** Values: file, name. */
    TEXT_UNNAMED(ErrorKind.USER, "{file} does not say whose text it is: begin it with @app:name('{name}')"),
    /** Values: name, bundle. */
    TEXT_OF_A_JAR(ErrorKind.USER, "the text of {name} is part of bundle {bundle}: update that bundle"),
    /** Values: bundle, reason. */
    BUNDLE_REFUSED(ErrorKind.EXTERNAL, "the framework refused: {reason}"),
    /** Values: option, update. */
    OPTION_UNKNOWN(
            ErrorKind.USER,
            "deploy has no option {option}: validate <file> checks a text, and {update} tells what would become of the"
                    + " state of an application that runs"),
    /** Values: file. */
    FILE_MISSING(ErrorKind.USER, "there is no file {file}"),
    /** Values: file, reason. */
    FILE_UNREADABLE(ErrorKind.EXTERNAL, "{file} cannot be read: {reason}"),
    /** Values: word. */
    NOTHING_TO_EXPLAIN(ErrorKind.USER, "{word} is neither an application nor a file; a text needs quotes"),
    /** Values: count. */
    TEXT_WRONG(ErrorKind.USER, "{count}"),
    /** Values: name, application, names. */
    OUTPUT_UNKNOWN(ErrorKind.USER, "{application} has no stream or query {name}; there are: {names}"),
    /** Values: stream, columns, given. */
    VALUES_MISCOUNTED(ErrorKind.USER, "{stream} takes {columns}, but {given} came"),
    /** Values: value, column, type. */
    VALUE_MISTYPED(ErrorKind.USER, "{value} is no {type}, which column {column} holds"),
    /** Values: value. */
    NOT_A_NUMBER(ErrorKind.USER, "{value} is no whole number"),
    /** Values: extension, unasked. */
    NOBODY_PROVIDES(
            ErrorKind.USER,
            "no bundle that is known here provides {extension}: put its jar into deploy/, or name a repository"
                    + " (extensions.repository){unasked}"),
    /** Values: extension, unasked. */
    VERSION_MISSING(
            ErrorKind.USER,
            "{extension} is here, but in no version that is asked for: put a jar of one into deploy/, or name a repository that has"
                    + " one (extensions.repository){unasked}"),
    /** Values: bundle, reason. */
    NOT_PROVIDED(ErrorKind.EXTERNAL, "bundle {bundle} was not started: {reason}"),
    /** Values: name, kinds. */
    EXTENSION_UNKNOWN(
            ErrorKind.USER,
            "{name} is no extension, no application, and no bundle that has extensions; kinds of them are: {kinds}");

    private final ErrorKind kind;
    private final String template;

    ShellProblem(ErrorKind kind, String template) {
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
