package eventflux.core.run;

import eventflux.api.ConnectionStatus;
import eventflux.api.ConnectionStatus.State;
import eventflux.api.TimeSource;
import eventflux.core.failure.FailureLog;

/** Knows how one connection stands. Safe for many threads. */
public final class ConnectionWatch {

    private final TimeSource time;
    private final FailureLog failures;
    private volatile ConnectionStatus status; // written by whoever holds the monitor
    private boolean isAway; // whether the other side says that it has gone; guarded by the monitor

    /**
     * Of a connection that is not there yet.
     *
     * @param kind source, sink or store
     * @param name its name
     * @param extension what it is connected by
     * @param failures is told when it is lost, and when it is back
     */
    public ConnectionWatch(String kind, String name, String extension, TimeSource time, FailureLog failures) {
        this.time = time;
        this.failures = failures;
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
            shownAsConnected();
        }
    }

    private synchronized void shownAsConnected() {
        if (!isAway) {
            change(State.CONNECTED, 0, status.lastError());
        }
    }

    /** Its outside has gone, and that it takes something says nothing of it, until it is {@link #reconnected}. */
    public synchronized void reconnecting(Throwable cause) {
        isAway = true;
        lost(cause);
    }

    /** What was {@link #reconnecting} is back. */
    public synchronized void reconnected() {
        isAway = false;
        connected();
    }

    /** Whether it is {@link #reconnecting}. */
    synchronized boolean isAway() {
        return isAway;
    }

    /** It is not there, or not any more; it will be tried again. */
    synchronized void lost(Throwable cause) {
        change(State.RECONNECTING, status.failures() + 1, reason(cause));
    }

    /** Nothing is tried for a while. */
    synchronized void rested() {
        if (status.state() != State.BROKEN_CIRCUIT) {
            change(State.BROKEN_CIRCUIT, status.failures(), status.lastError());
        }
    }

    /** It is lost for good. */
    synchronized void failed(Throwable cause) {
        change(State.FAILED, status.failures() + 1, reason(cause));
    }

    /** Nothing more will come from it. */
    synchronized void ended() {
        change(State.ENDED, 0, status.lastError());
    }

    /** It is not used any more. */
    synchronized void stopped() {
        isAway = false;
        if (status.state() != State.ENDED && status.state() != State.FAILED) {
            change(State.STOPPED, 0, status.lastError());
        }
    }

    private void change(State next, int failed, String error) {
        ConnectionStatus last = status;
        long since = next == last.state() ? last.sinceMillis() : time.millis();
        status = new ConnectionStatus(last.kind(), last.name(), last.extension(), next, since, failed, error);
        if (next != last.state()) {
            failures.connectionChanged(last, status);
        }
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
