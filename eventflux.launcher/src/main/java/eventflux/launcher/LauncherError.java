package eventflux.launcher;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.Map;
import java.util.Optional;

/** What can go wrong before an application runs. */
public enum LauncherError implements ErrorCode {
    /** A file named on the command line is missing. */
    FILE_NOT_FOUND(ErrorKind.USER, "there is no file {file}"),
    /** A file named on the command line exists and can't be read. */
    FILE_NOT_READABLE(ErrorKind.EXTERNAL, "{file} cannot be read: {reason}"),
    /** A folder where a text should be. */
    FOLDER_AS_FILE(ErrorKind.USER, "{file} is a folder: name the text in it"),
    /** A text of another encoding, or no text at all. */
    NOT_UTF_8(ErrorKind.USER, "{file} is no text in UTF-8: line {line} has other bytes"),
    /** A text without a word. */
    FILE_EMPTY(ErrorKind.USER, "{file} is empty"),
    /** A file that was to be rewritten and can't be. */
    FILE_NOT_WRITABLE(ErrorKind.EXTERNAL, "{file} cannot be written: {reason}"),
    /** A project is written where there are files already. */
    FOLDER_NOT_EMPTY(ErrorKind.USER, "{folder} has files in it: name another folder with --into"),
    /** A kind of extension that no project can be written for. */
    UNKNOWN_KIND(ErrorKind.USER, "{kind} is no kind of extension; kinds are: {kinds}"),
    /** A name that queries could not call. */
    EXTENSION_NAME(ErrorKind.USER, "an extension cannot be called {name}: letters and digits, as in acme:top-price"),
    /** A name space that queries would have to quote. */
    EXTENSION_NAMESPACE(
            ErrorKind.USER,
            "{namespace} is a word of the language, so that queries would have to quote it: choose another name space"
                    + " for {name}"),
    /** A name that is neither a command nor a file. */
    NO_SUCH_COMMAND(ErrorKind.USER, "{name} is neither a command nor a file"),
    /** A name that no extension, and no kind of them, has. */
    NO_SUCH_EXTENSION(ErrorKind.USER, "there is no extension, and no kind of extensions, {name}"),
    /** State can be kept in one place only. */
    TWO_STORES(ErrorKind.USER, "state is kept in one place: either --persistence-dir or --sqlite"),
    /** A configuration file in a format that is not read. */
    CONFIG_FORMAT(ErrorKind.USER, "{file} is not understood: it is no .toml, .yaml, .yml or .properties file"),
    /** A configuration file with a slip in it. */
    CONFIG_SYNTAX(ErrorKind.USER, "{file} cannot be read at {place}: {reason}"),
    /** A name at the top of a configuration file that nobody looks for. */
    UNKNOWN_TABLE(ErrorKind.USER, "{file} has the table {name}, which means nothing"),
    /** A variable in a configuration file that nobody has set. */
    UNKNOWN_VARIABLE(ErrorKind.USER, "{key} in {file} needs the variable {name}, which is not set"),
    /** A jar that the framework refuses or can't resolve. */
    EXTENSION_REFUSED(ErrorKind.USER, "the extension {file} cannot be started: {reason}"),
    /** A bundle of the distribution that does not start. */
    BUNDLE_REFUSED(ErrorKind.INTERNAL, "the bundle {file} cannot be started: {reason}"),
    /** The distribution's folders are not where they should be. */
    DISTRIBUTION_INCOMPLETE(ErrorKind.INTERNAL, "{folder} is missing from the distribution"),
    /** The framework itself does not start. */
    FRAMEWORK_FAILED(ErrorKind.INTERNAL, "the OSGi framework cannot be started: {reason}"),
    /** All bundles are started and none registered the engine. */
    ENGINE_MISSING(ErrorKind.INTERNAL, "no bundle registered an engine; started: {bundles}"),
    /** All bundles are started and none brought the command along. */
    COMMAND_MISSING(ErrorKind.INTERNAL, "no bundle brought the command {command} along; started: {bundles}"),
    /** All bundles are started and none registered a formatter. */
    FORMATTER_MISSING(ErrorKind.INTERNAL, "no bundle registered a formatter of texts; started: {bundles}");

    private final ErrorKind kind;
    private final String template;

    LauncherError(ErrorKind kind, String template) {
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

    /** The problem, with what the user may have meant. */
    public Problem problem(Map<String, String> values, Optional<String> suggestion) {
        return new Problem(this, values, Optional.empty(), suggestion);
    }

    /** The problem as something to throw. Values come as name, value, name, value. */
    public EventFluxException exception(Object... namesAndValues) {
        return new EventFluxException(Problem.of(this, namesAndValues));
    }

    /** The problem with its cause as something to throw. Values come as name, value, name, value. */
    public EventFluxException because(Throwable cause, Object... namesAndValues) {
        return new EventFluxException(Problem.of(this, namesAndValues), cause);
    }
}
