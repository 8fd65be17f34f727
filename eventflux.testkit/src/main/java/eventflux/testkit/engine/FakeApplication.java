package eventflux.testkit.engine;

import eventflux.api.AppState;
import eventflux.api.AppStatistics;
import eventflux.api.ConnectionStatus;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.InputHandler;
import eventflux.api.QueryCallback;
import eventflux.api.QueryResult;
import eventflux.api.Registration;
import eventflux.api.RowCallback;
import eventflux.api.StoredErrors;
import eventflux.api.StreamCallback;
import eventflux.api.UpdatePlan;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An application that has a text and a life, and nothing in it: no streams, no queries, no problems. What a test needs beyond that it
 * overrides; what is not overridden and has no empty answer throws {@link UnsupportedOperationException}. Used by one thread at a time.
 */
public class FakeApplication implements EventFluxAppRuntime {

    private static final String BEING_RESUMED = "being resumed";

    private final String name;

    // Written by the thread that uses it.
    private String text;
    private AppState state = AppState.CREATED;
    private List<String> missing = List.of();
    private Runnable whenClosed = () -> {};

    /**
     * An application that is not started.
     *
     * @param name its name
     * @param text its text, which is not read
     */
    public FakeApplication(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Says whom to tell when it is closed. */
    final void whenClosed(Runnable action) {
        whenClosed = action;
    }

    /** Is in that state from now on, for whatever reason, and waits for nothing. */
    public final void become(AppState next) {
        state = next;
        missing = List.of();
    }

    /** Waits from now on, for that, in the words that people read. */
    public final void waitFor(String... things) {
        state = AppState.WAITING;
        missing = List.of(things);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String text() {
        return text;
    }

    @Override
    public final AppState state() {
        return state;
    }

    @Override
    public final List<String> waitingFor() {
        return missing;
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public void start() {
        become(AppState.RUNNING);
    }

    @Override
    public void shutdown() {
        become(AppState.STOPPED);
    }

    /** A plan without parts. */
    @Override
    public UpdatePlan planUpdate(String newText) {
        return new UpdatePlan(List.of());
    }

    /** Has the other text from now on; its life goes on as it was. */
    @Override
    public UpdatePlan update(String newText) {
        text = newText;
        return planUpdate(newText);
    }

    @Override
    public void pause() {
        if (state == AppState.RUNNING) {
            waitFor(BEING_RESUMED);
        }
    }

    @Override
    public void resume() {
        if (state == AppState.WAITING) {
            become(AppState.RUNNING);
        }
    }

    @Override
    public void close() {
        shutdown();
        whenClosed.run();
    }

    /** Never complete: nothing comes to an end by itself. */
    @Override
    public CompletionStage<Void> completion() {
        return new CompletableFuture<>();
    }

    @Override
    public InputHandler inputHandler(String stream) {
        throw new UnsupportedOperationException("inputHandler");
    }

    @Override
    public Registration addCallback(String stream, StreamCallback callback) {
        throw new UnsupportedOperationException("addCallback");
    }

    @Override
    public Registration addCallback(String query, QueryCallback callback) {
        throw new UnsupportedOperationException("addCallback");
    }

    @Override
    public Registration addRowCallback(String stream, RowCallback callback) {
        throw new UnsupportedOperationException("addRowCallback");
    }

    @Override
    public Map<String, Schema> streams() {
        return Map.of();
    }

    @Override
    public Map<String, Schema> queries() {
        return Map.of();
    }

    @Override
    public AppStatistics statistics() {
        return new AppStatistics(Map.of(), Map.of(), Map.of());
    }

    @Override
    public List<ConnectionStatus> connections() {
        return List.of();
    }

    @Override
    public StoredErrors storedErrors() {
        throw new UnsupportedOperationException("storedErrors");
    }

    @Override
    public QueryResult query(String question) {
        throw new UnsupportedOperationException("query");
    }

    /** No bytes. */
    @Override
    public byte[] snapshot() {
        return new byte[0];
    }

    @Override
    public void restore(byte[] snapshot) {
        throw new UnsupportedOperationException("restore");
    }

    @Override
    public long persist() {
        throw new UnsupportedOperationException("persist");
    }

    @Override
    public List<Long> revisions() {
        throw new UnsupportedOperationException("revisions");
    }

    @Override
    public void restoreRevision(long revision) {
        throw new UnsupportedOperationException("restoreRevision");
    }

    @Override
    public OptionalLong restoreLastRevision() {
        throw new UnsupportedOperationException("restoreLastRevision");
    }

    @Override
    public void clearAllRevisions() {
        throw new UnsupportedOperationException("clearAllRevisions");
    }
}
