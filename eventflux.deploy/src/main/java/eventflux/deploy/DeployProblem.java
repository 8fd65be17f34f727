package eventflux.deploy;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.Severity;

/** What can be wrong with a bundle or file before the engine sees its text. */
enum DeployProblem implements ErrorCode {
    /** Values: reason. */
    ARCHIVE_UNREADABLE("archive-unreadable", ErrorKind.USER, "not a readable jar: {reason}"),
    /** No values. */
    NOT_A_BUNDLE("not-a-bundle", ErrorKind.USER, "the jar is no bundle: its manifest has no Bundle-SymbolicName"),
    /** Values: bundle, needs. */
    BUNDLE_UNRESOLVED(
            "bundle-unresolved",
            ErrorKind.USER,
            "bundle {bundle} is installed but cannot start: nothing provides {needs}; it is tried again when bundles come"),
    /** Values: bundle, reason. */
    BUNDLE_NOT_STARTED(
            "bundle-not-started", ErrorKind.EXTERNAL, "bundle {bundle} is installed but did not start: {reason}"),
    /** Values: reason. */
    BUNDLE_NOT_INSTALLED("bundle-not-installed", ErrorKind.USER, "the framework does not take it: {reason}"),
    /** Values: reason. */
    NOT_TRUSTED("not-trusted", ErrorKind.USER, "the jar is not taken: {reason}"),
    /** Values: publisher. */
    PUBLISHER_UNREADABLE(
            "publisher-unreadable",
            ErrorKind.USER,
            "no jar is taken: '{publisher}' of security.bundles.publishers is neither a SHA-256 fingerprint nor a name such as"
                    + " CN=Acme"),
    /** Values: file, reason. */
    TRUST_STORE_UNREADABLE(
            "trust-store-unreadable",
            ErrorKind.USER,
            "no jar is taken: the trust store {file} cannot be read: {reason}"),
    /** Values: bundle. */
    BUNDLE_GONE("bundle-gone", ErrorKind.USER, "bundle {bundle} is not there any more"),
    /** Values: repository, reason. */
    REPOSITORY_UNREADABLE(
            "repository-unreadable", ErrorKind.EXTERNAL, "the repository {repository} cannot be read: {reason}"),
    /** Values: bundle, thread, place. */
    THREAD_LEFT(
            "thread-left",
            ErrorKind.EXTERNAL,
            "bundle {bundle} was stopped, but its thread '{thread}' goes on and keeps its classes in memory; it stands at"
                    + " {place}; its extensions have to end it when they are stopped",
            Severity.WARNING),
    /** Values: pattern. */
    TEXT_MISSING("text-missing", ErrorKind.USER, "the bundle has no text at {pattern}, which its header names"),
    /** No values. */
    TEXT_NOT_UTF8("text-not-utf8", ErrorKind.USER, "the text is not UTF-8"),
    /** Values: application. */
    UPDATE_REFUSED(
            "update-refused", ErrorKind.USER, "application {application} goes on with the text that it had before"),
    /** Values: reason. */
    TEXT_UNREADABLE("text-unreadable", ErrorKind.EXTERNAL, "the text cannot be read: {reason}"),
    /** Values: reason. */
    ENGINE_FAILED("engine-failed", ErrorKind.INTERNAL, "the engine or an extension failed on it: {reason}");

    private final String code;
    private final ErrorKind kind;
    private final String template;
    private final Severity severity;

    DeployProblem(String code, ErrorKind kind, String template) {
        this(code, kind, template, Severity.ERROR);
    }

    DeployProblem(String code, ErrorKind kind, String template, Severity severity) {
        this.code = code;
        this.kind = kind;
        this.template = template;
        this.severity = severity;
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

    @Override
    public Severity severity() {
        return severity;
    }
}
