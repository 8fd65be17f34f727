package eventflux.api.error;

/** Whose turn it is when something is wrong. */
public enum ErrorKind {
    /** The text, the settings or the events are wrong. */
    USER("Correct the text, the setting or the event named."),
    /** Something outside the engine does not answer or answers wrongly. */
    EXTERNAL("Look at the system named; an application that runs goes on as its policy says."),
    /** A limit of memory, size or depth was reached. */
    RESOURCE("Make it smaller, or raise the limit named."),
    /** The engine itself is wrong. */
    INTERNAL("This is a defect of the engine: report it with the text that shows it.");

    private final String advice;

    ErrorKind(String advice) {
        this.advice = advice;
    }

    /** One sentence that tells the reader what to do. */
    public String advice() {
        return advice;
    }
}
