package eventflux.launcher.command;

import eventflux.api.AppState;
import eventflux.api.AppStatistics;
import eventflux.api.ConnectionStatus;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.InputHandler;
import eventflux.api.QueryCallback;
import eventflux.api.QueryResult;
import eventflux.api.Registration;
import eventflux.api.RowCallback;
import eventflux.api.StoredErrors;
import eventflux.api.StreamCallback;
import eventflux.api.UpdatePlan;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An application whose input has ended, or that has failed, before it begins. */
final class FakeApplication implements EventFluxAppRuntime {

    private final String text;
    private final EventFluxException failure; // null for none
    private AppState state = AppState.CREATED;

    FakeApplication(String text, EventFluxException failure) {
        this.failure = failure;
        this.text = text;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public AppState state() {
        return state;
    }

    @Override
    public List<String> waitingFor() {
        return List.of();
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public void start() {
        state = AppState.RUNNING;
    }

    @Override
    public void shutdown() {
        state = AppState.STOPPED;
    }

    @Override
    public UpdatePlan planUpdate(String newText) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UpdatePlan update(String newText) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void pause() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        shutdown();
    }

    @Override
    public CompletionStage<Void> completion() {
        return failure == null ? CompletableFuture.completedFuture(null) : CompletableFuture.failedFuture(failure);
    }

    @Override
    public InputHandler inputHandler(String stream) {
        throw new UnsupportedOperationException(stream);
    }

    @Override
    public Registration addCallback(String stream, StreamCallback callback) {
        throw new UnsupportedOperationException(stream);
    }

    @Override
    public Registration addCallback(String query, QueryCallback callback) {
        throw new UnsupportedOperationException(query);
    }

    @Override
    public Registration addRowCallback(String stream, RowCallback callback) {
        throw new UnsupportedOperationException(stream);
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
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResult query(String text) {
        return new QueryResult(
                Schema.of(new Column("text", DataType.STRING), new Column("n", DataType.LONG)),
                List.of(new Event(0, new Object[] {text, null}), new Event(0, new Object[] {"", 7L})));
    }

    @Override
    public byte[] snapshot() {
        return new byte[0];
    }

    @Override
    public void restore(byte[] snapshot) {
        throw new UnsupportedOperationException();
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
