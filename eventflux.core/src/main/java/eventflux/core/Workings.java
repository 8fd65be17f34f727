package eventflux.core;

import eventflux.api.AppState;
import eventflux.api.AppStatistics;
import eventflux.api.ConnectionStatus;
import eventflux.api.FailureSummary;
import eventflux.api.TimeSource;
import eventflux.api.UpdatePlan;
import eventflux.core.compile.Extensions;
import eventflux.core.compile.PipelineCompiler;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.Pipeline;
import eventflux.core.plan.Plan;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.row.SymbolTable;
import eventflux.core.run.AppAgent;
import eventflux.core.run.Callbacks;
import eventflux.core.state.Snapshots;
import eventflux.core.state.StateUnit;
import eventflux.core.state.UnitState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The moving parts of one application: the agent with its pipeline, the ways in and out, those who watch. What is to happen when is
 * decided by its {@link Life}, which calls from one thread at a time.
 */
final class Workings {

    private static final long STATISTICS_PATIENCE_MILLIS = 500;
    private static final byte[] NO_STATE = {};

    private final Engine engine;
    private final AppAgent agent;
    private final FailureLog failures;
    private final FailureHandling handling;
    private final Callbacks callbacks;
    private final Inputs inputs;
    private final Sources sources;
    private final Sinks sinks;
    private final Stores stores;
    private final Barrier barrier;
    private final Counters counters = new Counters();
    private final Stalls stalls;

    Workings(Engine engine, String name, TimeSource time, ErrorStores errors) {
        this.engine = engine;
        this.agent = new AppAgent(name, time);
        this.failures = new FailureLog(name, System.getLogger("eventflux.app." + name), time::millis);
        this.handling = new FailureHandling(name, time, agent, failures, errors);
        this.callbacks = new Callbacks(agent, failures);
        this.inputs = new Inputs(name, agent, failures);
        this.sources = new Sources(name, time, inputs, failures, handling, this::settle);
        this.sinks = new Sinks(name, time, agent, failures, handling);
        this.stores = new Stores(name, time, failures);
        this.barrier = new Barrier(name, agent, inputs, sources, sinks, stores);
        this.stalls = new Stalls(name, time, agent, failures);
    }

    /** Calls that do not come back. */
    Stalls stalls() {
        return stalls;
    }

    AppAgent agent() {
        return agent;
    }

    /** Takes the state. */
    Barrier barrier() {
        return barrier;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    Inputs inputs() {
        return inputs;
    }

    /** What it has counted; answers soon, even when a call does not come back. */
    AppStatistics statistics() {
        AtomicReference<AppStatistics> answer = new AtomicReference<>();
        agent.asOwnerWithin(
                STATISTICS_PATIENCE_MILLIS,
                () -> answer.set(counters.statistics(agent.pipeline(), failures.counts(), inputs.statistics())));
        return answer.get();
    }

    /** Counts from nothing, and knows no sources of a former life. */
    Completion begin() {
        Completion completion = new Completion(barrier::drain);
        sources.begin(completion);
        return completion;
    }

    /** Forgets what was counted. */
    void reset() {
        counters.reset();
        failures.reset();
    }

    private static Extensions extensions(Blueprint blueprint) {
        return new Extensions(blueprint.name(), blueprint.catalog());
    }

    /** A pipeline that is not in place yet. */
    Pipeline compile(Blueprint blueprint, SymbolTable symbols) {
        Plan plan = blueprint.plan().orElseThrow();
        Extensions extensions = extensions(blueprint);
        return new PipelineCompiler(
                        extensions,
                        blueprint.conditions()::read,
                        engine.code(),
                        symbols,
                        handling,
                        table -> stores.link(table, extensions))
                .compile(plan);
    }

    /** A pipeline that is not in place yet, with the state of a snapshot. */
    Pipeline compile(Blueprint blueprint, byte[] snapshot) {
        Pipeline pipeline = compile(blueprint, Snapshots.symbols(snapshot));
        pipeline.clock().reset(snapshots(pipeline).restore(snapshot));
        return pipeline;
    }

    /** Puts a pipeline in place; nobody gets in yet. */
    void install(Blueprint blueprint, Pipeline pipeline) {
        failures.owners(blueprint.owners());
        agent.asOwner(() -> {
            ResolvedApp app = blueprint.app().orElseThrow();
            agent.playback(app.time().isPlayback());
            agent.pipeline(pipeline);
            inputs.connect(app, pipeline);
            callbacks.attach(pipeline);
        });
    }

    /** Whether threads of its own bring rows: of sources and rings. */
    boolean hasThreads() {
        return sources.areRunning() || inputs.areRunning();
    }

    /** Whether a pipeline is in place. */
    boolean isInstalled() {
        AtomicBoolean answer = new AtomicBoolean();
        agent.asOwner(() -> answer.set(agent.pipeline() != null));
        return answer.get();
    }

    /** Runs what is in place: sinks first, sources last, at their places in a state if there is one. */
    void run(Blueprint blueprint, Optional<byte[]> state) {
        ResolvedApp app = blueprint.app().orElseThrow();
        Extensions extensions = extensions(blueprint);
        agent.asOwner(() -> {
            stores.start(agent.pipeline());
            sinks.start(app, extensions, agent.pipeline());
        });
        // Nobody is let in before all of it is connected, so that what can't be connected has cost nothing.
        sources.connect(app, extensions, state.orElse(NO_STATE));
        agent.asOwner(agent::begin);
        inputs.start();
        sources.open();
    }

    /** What remembers in the pipeline that is in place; empty when none is. */
    Optional<List<StateUnit>> units() {
        AtomicReference<List<StateUnit>> answer = new AtomicReference<>();
        agent.asOwner(() -> {
            if (agent.pipeline() != null) {
                answer.set(units(agent.pipeline()));
            }
        });
        return Optional.ofNullable(answer.get());
    }

    /** What remembers in a pipeline. */
    static List<StateUnit> units(Pipeline pipeline) {
        return pipeline.state().stream().map(UnitState::unit).toList();
    }

    /** What becomes of the edges of the application when it gets a new text. */
    List<UpdatePlan.Part> compare(ResolvedApp next) {
        List<UpdatePlan.Part> parts = new ArrayList<>(inputs.compare(next));
        parts.addAll(sources.compare(next));
        return parts;
    }

    /** As {@link #suspend()}, and nothing of streams is on its way that a new text does not have. */
    byte[] suspendFor(ResolvedApp next) {
        sources.pause();
        inputs.shut(next);
        return suspend();
    }

    /** Lets go of what a new text does not have, until {@link #forgetFormer} or {@link #takeBack}. */
    void retain(ResolvedApp next) {
        sources.retain(next);
        inputs.retain(next);
    }

    /** The new text runs. */
    void forgetFormer() {
        inputs.forget();
    }

    /** The new text has come to nothing: as after {@link #suspend()}, with the ways in of the former. */
    void takeBack(ResolvedApp former) {
        stores.giveUp();
        sources.pause();
        agent.asOwner(() -> {
            sinks.stop();
            letGo();
            agent.state(AppState.WAITING);
        });
        inputs.takeBack();
        sources.retain(former);
    }

    /**
     * Puts another pipeline of the same blueprint, with the state of a snapshot, in place between two steps. Sources go back to their places in
     * it, unless a step is under way.
     */
    void replace(Blueprint blueprint, Pipeline pipeline, byte[] snapshot) {
        boolean isToMoveSources = !agent.isOwner() && agent.state() == AppState.RUNNING;
        if (isToMoveSources) {
            sources.leavePlaces(snapshot);
        }
        exchange(blueprint, pipeline);
        if (isToMoveSources) {
            sources.connect(blueprint.app().orElseThrow(), extensions(blueprint), snapshot);
            sources.open();
        }
    }

    private void exchange(Blueprint blueprint, Pipeline pipeline) {
        agent.asOwner(() -> {
            sinks.stop();
            letGo();
            install(blueprint, pipeline);
            if (agent.state() == AppState.RUNNING) {
                stores.start(pipeline);
                sinks.start(blueprint.app().orElseThrow(), extensions(blueprint), pipeline);
                agent.begin();
            }
        });
    }

    /** Lets senders wait from now on and lets go of the pipeline; answers its state. */
    byte[] suspend() {
        giveUp();
        stalls.whileProdding(sources::pause);
        barrier.awaitDelivered();
        AtomicReference<byte[]> state = new AtomicReference<>();
        stalls.asNextOwner(() -> {
            state.set(barrier.save());
            sinks.stop();
            letGo();
            agent.state(AppState.WAITING);
        });
        return state.get();
    }

    /** What becomes of what fails. */
    FailureHandling handling() {
        return handling;
    }

    /** What has failed; answers at once. */
    List<FailureSummary> failures() {
        return failures.summaries();
    }

    /** How everything is connected; answers at once. */
    List<ConnectionStatus> connections() {
        List<ConnectionStatus> all = new ArrayList<>(sources.connections());
        all.addAll(sinks.connections());
        all.addAll(stores.connections());
        return all;
    }

    /** Maps a message of a source again. */
    void replayMessage(Blueprint blueprint, String source, byte[] message) throws IOException {
        ResolvedApp app = blueprint.app().orElseThrow(() -> new IOException("the application waits for extensions"));
        sources.replay(app, extensions(blueprint), source, message);
    }

    /** Gives a row to one sink alone. */
    void replayRow(String stream, String sink, long time, Object[] values) throws IOException {
        AtomicReference<IOException> failed = new AtomicReference<>();
        agent.asOwner(() -> {
            try {
                if (agent.state() != AppState.RUNNING) {
                    throw new IOException("the application is " + agent.state());
                }
                sinks.replay(sink, new Sinks.Row(stream, time, values), agent.pipeline());
            } catch (IOException e) {
                failed.set(e);
            }
        });
        if (failed.get() != null) {
            throw failed.get();
        }
    }

    // Whoever holds the application and waits for the outside lets it go; refuses when he does not.
    private void giveUp() {
        stores.giveUp();
        sinks.giveUp();
        stalls.hurryOwner();
    }

    /** Senders wait from now on, or go on waiting. */
    void await() {
        agent.asOwner(() -> agent.state(AppState.WAITING));
    }

    /** Lets go of the sources whose own extension leaves, and of a pipeline that does not run. */
    void release(Set<ExtensionRef> leaving) {
        agent.asOwner(() -> {
            if (agent.state() != AppState.RUNNING) {
                letGo();
            }
        });
        sources.stop(leaving);
    }

    /** Stops in good order; answers the state of what ran. */
    Optional<byte[]> stop() {
        if (agent.state() == AppState.WAITING) {
            // Senders that wait are told that nothing will come back.
            agent.asOwner(() -> agent.state(AppState.STOPPED));
        }
        giveUp();
        stalls.whileProdding(() -> {
            sources.stop();
            inputs.stop();
        });
        AtomicReference<Optional<byte[]>> state = new AtomicReference<>();
        stalls.asNextOwner(() -> {
            state.set(barrier.saveAtTheEnd());
            letGo();
            if (agent.state() != AppState.FAILED) {
                agent.state(AppState.STOPPED);
            }
        });
        return state.get();
    }

    /** Stops at once, since something failed. */
    void fail() {
        giveUp();
        stalls.asNextOwner(() -> {
            sinks.stop();
            stores.stop();
            agent.state(AppState.FAILED);
        });
        sources.stop();
        inputs.stop();
    }

    private static Snapshots snapshots(Pipeline pipeline) {
        return new Snapshots(pipeline.state(), pipeline.symbols());
    }

    // As the owner.
    private void letGo() {
        if (agent.pipeline() != null) {
            counters.add(agent.pipeline());
            agent.forgetWake();
            callbacks.detach();
            inputs.disconnect();
            stores.write(agent.pipeline());
            stores.stop();
            agent.pipeline(null);
        }
    }

    private boolean settle() {
        return barrier.settle();
    }
}
