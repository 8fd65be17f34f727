package eventflux.api.error;

/** Whether a problem keeps an application from being made. */
public enum Severity {
    /** It does. */
    ERROR,
    /** It does not, but the author should know. */
    WARNING
}
