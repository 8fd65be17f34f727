package eventflux.deploy;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.Severity;

/** What can be wrong with a bundle or file before the engine sees its text. */
enum DeployProblem implements ErrorCode {
    /** Values: reason. */
    ARCHIVE_UNREADABLE(ErrorKind.USER, "not a readable jar: {reason}"),
    /** No values. */
    NOT_A_BUNDLE(ErrorKind.USER, "the jar is no bundle: its manifest has no Bundle-SymbolicName"),
    /** Values: bundle, needs. */
    BUNDLE_UNRESOLVED(
            ErrorKind.USER,
            "bundle {bundle} is installed but cannot start: nothing provides {needs}; it is tried again when bundles come"),
    /** Values: bundle, reason. */
    BUNDLE_NOT_STARTED(ErrorKind.EXTERNAL, "bundle {bundle} is installed but did not start: {reason}"),
    /** Values: reason. */
    BUNDLE_NOT_INSTALLED(ErrorKind.USER, "the framework does not take it: {reason}"),
    /** Values: reason. */
    NOT_TRUSTED(ErrorKind.USER, "the jar is not taken: {reason}"),
    /** Values: publisher. */
    PUBLISHER_UNREADABLE(
            ErrorKind.USER,
            "no jar is taken: '{publisher}' of security.bundles.publishers is neither a SHA-256 fingerprint nor a name such as"
                    + " CN=Acme"),
    /** Values: file, reason. */
    TRUST_STORE_UNREADABLE(ErrorKind.USER, "no jar is taken: the trust store {file} cannot be read: {reason}"),
    /** Values: bundle. */
    BUNDLE_GONE(ErrorKind.USER, "bundle {bundle} is not there any more"),
    /** Values: repository, reason. */
    REPOSITORY_UNREADABLE(ErrorKind.EXTERNAL, "the repository {repository} cannot be read: {reason}"),
    /** Values: bundle, thread, place. */
    THREAD_LEFT(
            ErrorKind.EXTERNAL,
            "bundle {bundle} was stopped, but its thread '{thread}' goes on and keeps its classes in memory; it stands at"
                    + " {place}; its extensions have to end it when they are stopped",
            Severity.WARNING),
    /** Values: bundle, seconds, place. */
    STILL_STARTING(
            ErrorKind.EXTERNAL,
            "what bundle {bundle} carries has been starting for {seconds} s and stands at {place}; it is interrupted when the"
                    + " bundle is stopped or updated",
            Severity.WARNING),
    /** Values: pattern. */
    TEXT_MISSING(ErrorKind.USER, "the bundle has no text at {pattern}, which its header names"),
    /** No values. */
    TEXT_EMPTY(ErrorKind.USER, "the text is empty"),
    /** No values. */
    TEXT_NOT_UTF8(ErrorKind.USER, "the text is not UTF-8"),
    /** Values: application. */
    UPDATE_REFUSED(ErrorKind.USER, "application {application} goes on with the text that it had before"),
    /** Values: reason. */
    TEXT_UNREADABLE(ErrorKind.EXTERNAL, "the text cannot be read: {reason}"),
    /** Values: reason. */
    ENGINE_FAILED(ErrorKind.INTERNAL, "the engine or an extension failed on it: {reason}");

    private final ErrorKind kind;
    private final String template;
    private final Severity severity;

    DeployProblem(ErrorKind kind, String template) {
        this(kind, template, Severity.ERROR);
    }

    DeployProblem(ErrorKind kind, String template, Severity severity) {
        this.kind = kind;
        this.template = template;
        this.severity = severity;
    }

    @Override
    public ErrorKind kind() {
        return kind;
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
