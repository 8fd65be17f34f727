package eventflux.core;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.Severity;

/** What can be wrong with what is asked of an engine or an application. */
enum AppError implements ErrorCode {
    MEMORY_CLOSED(
            ErrorKind.EXTERNAL,
            "Java keeps its memory from the engine: start it with --add-opens java.base/{package}=ALL-UNNAMED, which Agrona's buffers need"),
    NAME_TAKEN(ErrorKind.USER, "there is an application {application} already"),
    UNKNOWN_STREAM(ErrorKind.USER, "application {application} has no stream {stream}"),
    UNKNOWN_QUERY(ErrorKind.USER, "application {application} has no query {query}"),
    QUERY_FAILED(ErrorKind.USER, "the query fails on a row: {cause}"),
    CLOSED(ErrorKind.USER, "application {application} is closed for good"),
    NOT_BUILT(ErrorKind.USER, "application {application} is {state} and has nothing to ask, save or restore"),
    SCHEMA_CHANGED(
            ErrorKind.EXTERNAL, "stream {stream} was {before} and would be {after} with the extensions that came back"),
    STATE_REFUSED(
            ErrorKind.EXTERNAL,
            "the state of application {application} does not fit the extensions that came back, and is kept for those that wrote it: {cause}"),
    VERSION_REFUSED(
            ErrorKind.EXTERNAL,
            "application {application} stays with the present version of {extensions}: the newer one does not fit, {cause}",
            Severity.WARNING),
    NAME_CHANGED(ErrorKind.USER, "the new text is of application {name}, not of {application}: deploy it beside it"),
    OWN_CALLBACK(ErrorKind.USER, "application {application} cannot be changed from its own callback or extension now"),
    NO_PERSISTENCE(
            ErrorKind.USER,
            "no store keeps the state of applications: give --persistence-dir, or set persistence.type"),
    PERSISTENCE_MISSING(
            ErrorKind.EXTERNAL, "there is no extension {store}, which is to keep the state of applications"),
    PERSISTENCE_FAILED(ErrorKind.EXTERNAL, "{store} could not be opened: {cause}"),
    PERSISTENCE_UNTYPED(
            ErrorKind.USER,
            "{setting} is set, but not persistence.type: no store is named, and no state would be kept"),
    PERSISTENCE_SETTING(ErrorKind.USER, "{setting} cannot be '{value}'"),
    REVISIONS_FAILED(ErrorKind.EXTERNAL, "the revisions of application {application} cannot be reached: {cause}"),
    SINKS_BEHIND(
            ErrorKind.EXTERNAL,
            "the state of application {application} is not saved, since a sink has not passed on what it was given: after a crash "
                    + "its sources go on from the revision before"),
    UNKNOWN_REVISION(ErrorKind.USER, "application {application} has no revision {revision}, but {revisions}"),
    ERRORS_FAILED(ErrorKind.EXTERNAL, "{store} cannot keep or give back events that failed: {cause}"),
    NOT_REPLAYED(ErrorKind.USER, "event {number} cannot be replayed: {cause}"),
    POLICY_DEMANDS_END(ErrorKind.EXTERNAL, "{where} failed, and its policy is to stop the application: {cause}"),
    FORMAT_NEEDED(ErrorKind.USER, "{endpoint} takes messages: it needs a format"),
    ENDPOINT_FAILED(ErrorKind.EXTERNAL, "{endpoint} could not be started: {cause}{remedy}"),
    STALLED(
            ErrorKind.EXTERNAL,
            "application {application} stands still: a call has not come back for {seconds} s, at {place}",
            Severity.WARNING),
    FOLLOWS_LATE(
            ErrorKind.EXTERNAL,
            "application {application} has not come to the end of what follows from other extensions for {seconds} s, and is not waited for; "
                    + "it stands at {place}",
            Severity.WARNING),
    STUCK(
            ErrorKind.EXTERNAL,
            "application {application} cannot let go of what it is at: a call has not come back for {seconds} s and heeds no interrupt, "
                    + "at {place}; it goes with the process only");

    /** What else to do of an endpoint whose outside is away. */
    static final String WITHOUT_OUTSIDE =
            "; with connection.required = 'false' the application starts without it, and goes on trying";

    private final ErrorKind kind;
    private final String template;
    private final Severity severity;

    AppError(ErrorKind kind, String template) {
        this(kind, template, Severity.ERROR);
    }

    AppError(ErrorKind kind, String template, Severity severity) {
        this.kind = kind;
        this.template = template;
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
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
