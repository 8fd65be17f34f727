package eventflux.shell;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong with a command line. */
enum ShellProblem implements ErrorCode {
    /** Values: usage. */
    USAGE("usage", ErrorKind.USER, "usage: {usage}"),
    /** Values: name, names. */
    APPLICATION_UNKNOWN("application-unknown", ErrorKind.USER, "no application is named {name}; there are: {names}"),
    /** Values: name. */
    NO_APPLICATIONS("no-applications", ErrorKind.USER, "no application is named {name}; none is deployed"),
    /** Values: name, doing. */
    NOT_ACTIVE("not-active", ErrorKind.USER, "{name} {doing}; start it first"),
    /** Values: name, doing. */
    NOT_YET("not-yet", ErrorKind.USER, "{name} {doing}; try again in a moment"),
    /** Values: name, count. */
    NOT_RUNNING("not-running", ErrorKind.USER, "{name} is not running: {count}, see problems {name}"),
    /** Values: bundle, reason. */
    NOT_STOPPED("not-stopped", ErrorKind.EXTERNAL, "bundle {bundle} is stopped, and its application is not: {reason}"),
    /** Values: name, bundle. */
    BUNDLE_SHARED(
            "bundle-shared",
            ErrorKind.USER,
            "{name} shares bundle {bundle} with other applications; uninstall {bundle} removes them all"),
    /** Values: file, name. */
    TEXT_UNNAMED(
            "text-unnamed", ErrorKind.USER, "{file} does not say whose text it is: begin it with @app:name('{name}')"),
    /** Values: name, bundle. */
    TEXT_OF_A_JAR("text-of-a-jar", ErrorKind.USER, "the text of {name} is part of bundle {bundle}: update that bundle"),
    /** Values: bundle, reason. */
    BUNDLE_REFUSED("bundle-refused", ErrorKind.EXTERNAL, "the framework refused: {reason}"),
    /** Values: option, update. */
    OPTION_UNKNOWN(
            "option-unknown",
            ErrorKind.USER,
            "deploy has no option {option}: validate <file> checks a text, and {update} tells what would become of the"
                    + " state of an application that runs"),
    /** Values: file. */
    FILE_MISSING("file-missing", ErrorKind.USER, "there is no file {file}"),
    /** Values: file, reason. */
    FILE_UNREADABLE("file-unreadable", ErrorKind.EXTERNAL, "{file} cannot be read: {reason}"),
    /** Values: word. */
    NOTHING_TO_EXPLAIN(
            "nothing-to-explain", ErrorKind.USER, "{word} is neither an application nor a file; a text needs quotes"),
    /** Values: count. */
    TEXT_WRONG("text-wrong", ErrorKind.USER, "{count}"),
    /** Values: name, application, names. */
    OUTPUT_UNKNOWN("output-unknown", ErrorKind.USER, "{application} has no stream or query {name}; there are: {names}"),
    /** Values: stream, columns, given. */
    VALUES_MISCOUNTED("values-miscounted", ErrorKind.USER, "{stream} takes {columns}, but {given} came"),
    /** Values: value, column, type. */
    VALUE_MISTYPED("value-mistyped", ErrorKind.USER, "{value} is no {type}, which column {column} holds"),
    /** Values: value. */
    NOT_A_NUMBER("not-a-number", ErrorKind.USER, "{value} is no whole number"),
    /** Values: extension, unasked. */
    NOBODY_PROVIDES(
            "nobody-provides",
            ErrorKind.USER,
            "no bundle that is known here provides {extension}: put its jar into deploy/, or name a repository"
                    + " (extensions.repository){unasked}"),
    /** Values: extension, unasked. */
    VERSION_MISSING(
            "version-missing",
            ErrorKind.USER,
            "{extension} is here, but in no version that is asked for: put a jar of one into deploy/, or name a repository that has"
                    + " one (extensions.repository){unasked}"),
    /** Values: bundle, reason. */
    NOT_PROVIDED("not-provided", ErrorKind.EXTERNAL, "bundle {bundle} was not started: {reason}"),
    /** Values: name, kinds. */
    EXTENSION_UNKNOWN(
            "extension-unknown",
            ErrorKind.USER,
            "{name} is no extension, no application, and no bundle that has extensions; kinds of them are: {kinds}");

    private final String code;
    private final ErrorKind kind;
    private final String template;

    ShellProblem(String code, ErrorKind kind, String template) {
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
