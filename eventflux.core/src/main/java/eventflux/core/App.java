package eventflux.core;

import eventflux.api.AppState;
import eventflux.api.AppStatistics;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.InputHandler;
import eventflux.api.QueryCallback;
import eventflux.api.Registration;
import eventflux.api.RowCallback;
import eventflux.api.StreamCallback;
import eventflux.api.TimeSource;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.core.compile.Extensions;
import eventflux.core.compile.PipelineCompiler;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.Pipeline;
import eventflux.core.plan.Plan;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedApp.TimeMode;
import eventflux.core.row.SymbolTable;
import eventflux.core.run.AppAgent;
import eventflux.core.run.Callbacks;
import eventflux.core.run.RunError;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** One application through its life: built, started, waiting for extensions, stopped. Safe for many threads. */
final class App implements EventFluxAppRuntime {

    private final Engine engine;
    private final Texts texts;
    private final AppAgent agent;
    private final FailureLog failures;
    private final Callbacks callbacks;
    private final Inputs inputs;
    private final Sources sources;
    private final Sinks sinks;
    private final Counters counters = new Counters();
    // Only one change of life at a time; never taken while the application is owned.
    private final Object life = new Object();

    // Written under the lock of life.
    private volatile Blueprint blueprint;
    private volatile List<Problem> problems;
    private volatile Ports ports = Ports.NONE;
    private volatile Completion completion = new Completion(() -> {});
    private byte[] kept;
    private boolean closed;

    App(Engine engine, TimeSource time, Texts texts, Blueprint blueprint) {
        this.engine = engine;
        this.texts = texts;
        this.blueprint = blueprint;
        this.problems = blueprint.problems();
        this.agent = new AppAgent(blueprint.name(), time);
        this.failures = new FailureLog(blueprint.name(), System.getLogger("eventflux.app." + blueprint.name()));
        this.callbacks = new Callbacks(agent, failures);
        this.inputs = new Inputs(blueprint.name(), agent);
        this.sources = new Sources(blueprint.name(), time, inputs, failures);
        this.sinks = new Sinks(blueprint.name(), time, failures);
    }

    @Override
    public String name() {
        return blueprint.name();
    }

    @Override
    public String text() {
        return blueprint.text();
    }

    @Override
    public AppState state() {
        return agent.state();
    }

    @Override
    public List<String> waitingFor() {
        return blueprint.missing().stream().map(ExtensionRef::toString).toList();
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    /** Follows what happened to its extensions after its text was read and before the engine knew it. */
    void catchUp() {
        Set<ExtensionRef> outdated = texts.outdated(blueprint);
        if (!outdated.isEmpty()) {
            suspend(outdated);
        }
    }

    boolean uses(Set<ExtensionRef> extensions) {
        return blueprint.used().stream().anyMatch(extensions::contains);
    }

    /** Compiles the blueprint without starting anything; says what extensions refuse. */
    void build() {
        synchronized (life) {
            install(compile(new SymbolTable()));
        }
    }

    @Override
    public void start() {
        synchronized (life) {
            if (state() == AppState.RUNNING || state() == AppState.WAITING) {
                return;
            }
            if (closed) {
                throw new EventFluxException(Problem.of(AppError.CLOSED, "application", name()));
            }
            completion = new Completion(this::drain);
            sources.begin(completion);
            if (!blueprint.isComplete()) {
                agent.asOwner(() -> agent.state(AppState.WAITING));
                resume();
                return;
            }
            if (state() != AppState.CREATED || agent.pipeline() == null) {
                counters.reset();
                failures.reset();
                install(compile(new SymbolTable()));
            }
            run();
        }
    }

    // Under the lock of life, with the pipeline in place: sinks first, sources last.
    private void run() {
        ResolvedApp app = blueprint.app().orElseThrow();
        Extensions extensions = new Extensions(blueprint.catalog());
        try {
            agent.asOwner(() -> {
                sinks.start(app, extensions, agent.pipeline());
                agent.begin();
            });
            inputs.start();
            sources.start(app, extensions);
        } catch (EventFluxException e) {
            fail(e);
            throw e;
        }
    }

    @Override
    public void shutdown() {
        synchronized (life) {
            if (state() == AppState.WAITING) {
                // Senders that wait are told that nothing will come back.
                agent.asOwner(() -> agent.state(AppState.STOPPED));
            }
            sources.stop();
            inputs.stop();
            agent.asOwner(() -> {
                sinks.stop();
                letGo();
                if (state() != AppState.FAILED) {
                    agent.state(AppState.STOPPED);
                }
            });
            kept = null;
        }
    }

    @Override
    public void close() {
        synchronized (life) {
            shutdown();
            engine.forget(this);
            // Whoever keeps the closed application keeps no class of an extension.
            blueprint = blueprint.withoutExtensions();
            closed = true;
        }
    }

    /** Extensions that it uses are leaving: keeps the state and lets go of all their classes. Senders wait from now on. */
    void suspend(Set<ExtensionRef> leaving) {
        synchronized (life) {
            if (closed) {
                return;
            }
            if (state() == AppState.RUNNING) {
                sources.pause();
                agent.asOwner(() -> {
                    kept = snapshots().save(agent.pipeline().clock().now());
                    sinks.stop();
                    letGo();
                    agent.state(AppState.WAITING);
                });
            } else {
                agent.asOwner(this::letGo);
            }
            sources.stop(leaving);
            blueprint = texts.read(name(), text());
        }
    }

    /** Goes on if all extensions are there. */
    void resume() {
        synchronized (life) {
            if (state() != AppState.WAITING) {
                return;
            }
            blueprint = texts.read(name(), text());
            problems = blueprint.problems();
            if (!blueprint.isComplete()) {
                return;
            }
            try {
                inputs.requireSame(blueprint.app().orElseThrow());
                install(restored());
                run();
                kept = null;
            } catch (EventFluxException e) {
                fail(e);
            }
        }
    }

    private Pipeline restored() {
        if (kept == null) {
            return compile(new SymbolTable());
        }
        try {
            return restored(kept);
        } catch (SnapshotMismatch e) {
            throw new EventFluxException(
                    Problem.of(AppError.STATE_REFUSED, "application", name(), "cause", e.getMessage()), e);
        }
    }

    private Pipeline restored(byte[] snapshot) {
        Pipeline pipeline = compile(Snapshots.symbols(snapshot));
        Snapshots snapshots = new Snapshots(pipeline.state(), pipeline.symbols());
        pipeline.clock().reset(snapshots.restore(snapshot));
        return pipeline;
    }

    private void fail(EventFluxException cause) {
        problems = cause.problems();
        agent.asOwner(() -> {
            sinks.stop();
            agent.state(AppState.FAILED);
        });
        sources.stop();
        inputs.stop();
        completion.fail(cause);
    }

    // By the thread of the source that ended last.
    private void drain() {
        inputs.awaitEmpty();
        agent.asOwner(sinks::flush);
    }

    private Pipeline compile(SymbolTable symbols) {
        Plan plan = blueprint.plan().orElseThrow();
        return new PipelineCompiler(new Extensions(blueprint.catalog()), engine.code(), symbols, failures)
                .compile(plan);
    }

    private void install(Pipeline pipeline) {
        agent.asOwner(() -> {
            ResolvedApp app = blueprint.app().orElseThrow();
            ports = Ports.of(app);
            agent.playback(app.time() == TimeMode.PLAYBACK);
            agent.pipeline(pipeline);
            inputs.connect(app, pipeline);
            callbacks.attach(pipeline);
        });
    }

    // As the owner.
    private void letGo() {
        if (agent.pipeline() != null) {
            counters.add(agent.pipeline());
            agent.forgetWake();
            callbacks.detach();
            inputs.disconnect();
            agent.pipeline(null);
        }
    }

    private Snapshots snapshots() {
        return new Snapshots(agent.pipeline().state(), agent.pipeline().symbols());
    }

    @Override
    public CompletionStage<Void> completion() {
        return completion.stage();
    }

    @Override
    public InputHandler inputHandler(String stream) {
        requireKnown(AppError.UNKNOWN_STREAM, "stream", stream, streams().keySet());
        return inputs.input(stream);
    }

    @Override
    public Registration addCallback(String stream, StreamCallback callback) {
        requireKnown(AppError.UNKNOWN_STREAM, "stream", stream, streams().keySet());
        return callbacks.onStream(stream, callback);
    }

    @Override
    public Registration addCallback(String query, QueryCallback callback) {
        requireKnown(AppError.UNKNOWN_QUERY, "query", query, queries().keySet());
        return callbacks.onQuery(query, callback);
    }

    @Override
    public Registration addRowCallback(String stream, RowCallback callback) {
        requireKnown(AppError.UNKNOWN_STREAM, "stream", stream, streams().keySet());
        return callbacks.onRows(stream, callback);
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
        return ports.streams();
    }

    @Override
    public Map<String, Schema> queries() {
        return ports.queries();
    }

    @Override
    public AppStatistics statistics() {
        AtomicReference<AppStatistics> answer = new AtomicReference<>();
        agent.asOwner(() -> answer.set(counters.statistics(agent.pipeline(), failures.counts())));
        return answer.get();
    }

    @Override
    public byte[] snapshot() {
        AtomicReference<byte[]> answer = new AtomicReference<>();
        agent.asOwner(() -> {
            if (agent.pipeline() != null) {
                answer.set(snapshots().save(agent.pipeline().clock().now()));
            }
        });
        if (answer.get() == null) {
            throw new EventFluxException(Problem.of(AppError.NOT_BUILT, "application", name(), "state", state()));
        }
        return answer.get();
    }

    @Override
    public void restore(byte[] snapshot) {
        synchronized (life) {
            if (!blueprint.isComplete()) {
                throw new EventFluxException(Problem.of(AppError.NOT_BUILT, "application", name(), "state", state()));
            }
            try {
                replace(restored(snapshot));
            } catch (SnapshotMismatch e) {
                throw new EventFluxException(
                        Problem.of(RunError.SNAPSHOT_MISMATCH, "application", name(), "cause", e.getMessage()), e);
            }
        }
    }

    private void replace(Pipeline pipeline) {
        agent.asOwner(() -> {
            sinks.stop();
            letGo();
            install(pipeline);
            if (state() == AppState.RUNNING) {
                sinks.start(blueprint.app().orElseThrow(), new Extensions(blueprint.catalog()), pipeline);
                agent.begin();
            }
        });
    }
}
