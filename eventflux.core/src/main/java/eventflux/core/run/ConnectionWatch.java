package eventflux.core.run;

import eventflux.api.ConnectionStatus;
import eventflux.api.ConnectionStatus.State;
import eventflux.api.TimeSource;

/** Knows how one connection stands. Told by the thread that uses the connection, one at a time; asked by anybody. */
public final class ConnectionWatch {

    private final TimeSource time;
    private volatile ConnectionStatus status;

    /**
     * Of a connection that is not there yet.
     *
     * @param kind source, sink or store
     * @param name its name
     * @param extension what it is connected by
     */
    public ConnectionWatch(String kind, String name, String extension, TimeSource time) {
        this.time = time;
        this.status = new ConnectionStatus(kind, name, extension, State.STOPPED, time.millis(), 0, "");
    }

    /** How it stands. */
    public ConnectionStatus status() {
        return status;
    }

    /** Whether nothing has failed since it was connected. */
    boolean isConnected() {
        return status.state() == State.CONNECTED;
    }

    /** It is there. */
    void connected() {
        if (status.state() != State.CONNECTED) {
            change(State.CONNECTED, 0, status.lastError());
        }
    }

    /** It is not there, or not any more; it will be tried again. */
    void lost(Throwable cause) {
        change(State.RECONNECTING, status.failures() + 1, reason(cause));
    }

    /** Nothing is tried for a while. */
    void rested() {
        if (status.state() != State.BROKEN_CIRCUIT) {
            change(State.BROKEN_CIRCUIT, status.failures(), status.lastError());
        }
    }

    /** It is lost for good. */
    void failed(Throwable cause) {
        change(State.FAILED, status.failures() + 1, reason(cause));
    }

    /** Nothing more will come from it. */
    void ended() {
        change(State.ENDED, 0, status.lastError());
    }

    /** It is not used any more. */
    void stopped() {
        if (status.state() != State.ENDED && status.state() != State.FAILED) {
            change(State.STOPPED, 0, status.lastError());
        }
    }

    private void change(State next, int failures, String error) {
        ConnectionStatus last = status;
        long since = next == last.state() ? last.sinceMillis() : time.millis();
        status = new ConnectionStatus(last.kind(), last.name(), last.extension(), next, since, failures, error);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
