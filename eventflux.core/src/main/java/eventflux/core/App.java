package eventflux.core;

import eventflux.api.AppState;
import eventflux.api.AppStatistics;
import eventflux.api.ConnectionStatus;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.FailureSummary;
import eventflux.api.InputHandler;
import eventflux.api.QueryCallback;
import eventflux.api.QueryResult;
import eventflux.api.Registration;
import eventflux.api.RowCallback;
import eventflux.api.StoredErrors;
import eventflux.api.StreamCallback;
import eventflux.api.TimeShare;
import eventflux.api.UpdatePlan;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.core.run.AppAgent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** One application, as those see it who use it: it is asked here and lives in its {@link Life}. Safe for many threads. */
final class App implements EventFluxAppRuntime {

    private final Engine engine;
    private final Texts texts;
    private final Workings workings;
    private final Revisions revisions;
    private final Life life;
    private final Replay replay;

    App(Engine engine, Texts texts, Blueprint blueprint, Workings workings, Revisions revisions) {
        this.engine = engine;
        this.texts = texts;
        this.workings = workings;
        this.revisions = revisions;
        this.life = new Life(texts, blueprint, workings, revisions);
        this.replay = new Replay(engine.errors().of(blueprint.name()), life, workings);
    }

    /** What happens to it. */
    Life life() {
        return life;
    }

    @Override
    public String name() {
        return life.blueprint().name();
    }

    @Override
    public String text() {
        return life.blueprint().text();
    }

    @Override
    public AppState state() {
        return workings.agent().state();
    }

    @Override
    public List<ExtensionDescriptor> extensions() {
        return life.extensions();
    }

    @Override
    public List<String> waitingFor() {
        return life.missing();
    }

    @Override
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(life.problems());
        workings.stalls().problem().or(life::late).ifPresent(all::add);
        return Collections.unmodifiableList(all);
    }

    /** Sees whether it stands still. */
    void look() {
        workings.stalls().look();
    }

    @Override
    public void start() {
        life.start();
    }

    @Override
    public void shutdown() {
        life.stop();
    }

    @Override
    public UpdatePlan planUpdate(String newText) {
        return life.planUpdate(newText);
    }

    @Override
    public UpdatePlan update(String newText) {
        return life.update(newText);
    }

    /** Takes up settings that have changed. Where they are wrong, it goes on with those that it has, and says so. */
    void followConfiguration() {
        try {
            if (texts.read(name(), text()).isConnectedOtherwise(life.blueprint())) {
                update(text());
            }
        } catch (EventFluxException e) {
            System.getLogger("eventflux.app." + name())
                    .log(System.Logger.Level.WARNING, "the new settings are not taken up: {0}", e.getMessage());
        }
    }

    @Override
    public void pause() {
        life.pause();
    }

    @Override
    public void resume() {
        life.endPause();
    }

    @Override
    public void close() {
        life.close();
        engine.forget(this);
    }

    @Override
    public CompletionStage<Void> completion() {
        return life.completion();
    }

    @Override
    public InputHandler inputHandler(String stream) {
        requireKnown(AppError.UNKNOWN_STREAM, "stream", stream, streams().keySet());
        return workings.inputs().input(stream);
    }

    @Override
    public Registration addCallback(String stream, StreamCallback callback) {
        requireKnown(AppError.UNKNOWN_STREAM, "stream", stream, streams().keySet());
        return workings.callbacks().onStream(stream, callback);
    }

    @Override
    public Registration addCallback(String query, QueryCallback callback) {
        requireKnown(AppError.UNKNOWN_QUERY, "query", query, queries().keySet());
        return workings.callbacks().onQuery(query, callback);
    }

    @Override
    public Registration addRowCallback(String stream, RowCallback callback) {
        requireKnown(AppError.UNKNOWN_STREAM, "stream", stream, streams().keySet());
        return workings.callbacks().onRows(stream, callback);
    }

    private void requireKnown(AppError code, String what, String name, Set<String> known) {
        if (!known.contains(name)) {
            Problem problem = Problem.of(code, "application", name(), what, name);
            throw new EventFluxException(
                    texts.suggest(name, known).map(problem::suggesting).orElse(problem));
        }
    }

    @Override
    public Map<String, Schema> streams() {
        return life.ports().streams();
    }

    @Override
    public Map<String, Schema> queries() {
        return life.ports().queries();
    }

    @Override
    public AppStatistics statistics() {
        return workings.statistics();
    }

    @Override
    public List<TimeShare> profile(Duration duration) {
        return new Profile(workings.agent(), life.blueprint().owners()).take(duration);
    }

    @Override
    public List<FailureSummary> failures() {
        return workings.failures();
    }

    @Override
    public List<ConnectionStatus> connections() {
        return workings.connections();
    }

    @Override
    public StoredErrors storedErrors() {
        return replay;
    }

    @Override
    public QueryResult query(String text) {
        Blueprint built = life.blueprint();
        OnDemand query = texts.onDemand(text, built, built.app().orElseThrow(life::notBuilt));
        AppAgent agent = workings.agent();
        AtomicReference<QueryResult> answer = new AtomicReference<>();
        agent.asOwner(() -> {
            if (agent.pipeline() != null && built == life.blueprint()) {
                answer.set(
                        query.run(agent.pipeline(), built.plan().orElseThrow(), engine.code(), agent.timeOfArrival()));
            }
        });
        if (answer.get() == null) {
            throw life.notBuilt();
        }
        return answer.get();
    }

    @Override
    public byte[] snapshot() {
        return life.snapshot();
    }

    @Override
    public void restore(byte[] snapshot) {
        life.restore(snapshot);
    }

    @Override
    public long persist() {
        return life.persist();
    }

    @Override
    public List<Long> revisions() {
        return revisions.all();
    }

    @Override
    public void restoreRevision(long revision) {
        life.restore(revisions.load(revision));
    }

    @Override
    public OptionalLong restoreLastRevision() {
        return life.restoreLast();
    }

    @Override
    public void clearAllRevisions() {
        revisions.clear();
    }
}
