package eventflux.api;

/** Where an application stands in its life. */
public enum AppState {
    /** Made, not started. */
    CREATED,
    /** Turning. */
    RUNNING,
    /** Quiesced, its state kept, until an extension that it uses comes back or it is resumed; senders wait. */
    WAITING,
    /** Stopped in good order. */
    STOPPED,
    /** Stopped by an error that its policy could not answer; the state is kept. */
    FAILED
}
