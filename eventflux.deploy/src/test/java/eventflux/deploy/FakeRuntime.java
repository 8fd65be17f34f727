package eventflux.deploy;

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
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An application that only has a life; one whose text says "unstartable" refuses to start. */
final class FakeRuntime implements EventFluxAppRuntime {

    private final String name;
    private String text;
    private boolean paused;
    private final Runnable forget;
    private AppState state = AppState.CREATED;

    FakeRuntime(String name, String text, Runnable forget) {
        this.name = name;
        this.text = text;
        this.forget = forget;
    }

    @Override
    public String name() {
        return name;
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
        if (text.contains("unstartable")) {
            throw new EventFluxException(Problem.of(FakeManager.FakeProblem.NOT_STARTED));
        }
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
        if (newText.contains("mistake")) {
            throw new EventFluxException(Problem.of(FakeManager.FakeProblem.MISTAKE));
        }
        text = newText;
        paused = false;
        return new UpdatePlan(List.of());
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
    }

    boolean isPaused() {
        return paused;
    }

    @Override
    public void close() {
        shutdown();
        forget.run();
    }

    @Override
    public CompletionStage<Void> completion() {
        return new CompletableFuture<>();
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
        throw new UnsupportedOperationException("query");
    }

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
