package eventflux.core;

import eventflux.api.AppState;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.operator.Pipeline;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.row.SymbolTable;
import eventflux.core.run.RunError;
import eventflux.core.state.SnapshotMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The life of one application: built, started, waiting for extensions, stopped. Safe for many threads; one change at a time, each
 * of which ends before the next begins.
 */
final class Life {

    private final Texts texts;
    private final Workings workings;
    private final Revisions revisions;
    // Only one change of life at a time; never taken while the application is owned.
    private final Object lock = new Object();

    // Written under the lock.
    private volatile Blueprint blueprint;
    private volatile List<Problem> problems;
    private volatile Ports ports = Ports.NONE;
    private volatile Completion completion = new Completion(() -> {});
    // The state with which it goes on when it can.
    private volatile Optional<byte[]> kept = Optional.empty();
    private boolean closed;

    Life(Texts texts, Blueprint blueprint, Workings workings, Revisions revisions) {
        this.texts = texts;
        this.blueprint = blueprint;
        this.problems = blueprint.problems();
        this.workings = workings;
        this.revisions = revisions;
        workings.handling().whenFatal(this::end);
    }

    Blueprint blueprint() {
        return blueprint;
    }

    List<Problem> problems() {
        return problems;
    }

    Ports ports() {
        return ports;
    }

    CompletionStage<Void> completion() {
        return completion.stage();
    }

    private String name() {
        return blueprint.name();
    }

    private AppState state() {
        return workings.agent().state();
    }

    /** What it waits for, as people read it. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        blueprint.missing().forEach(extension -> missing.add(extension.toString()));
        if (state() == AppState.WAITING) {
            revisions.missing().ifPresent(store -> missing.add(store.toString()));
        }
        return missing;
    }

    /** Compiles the blueprint without starting anything; says what extensions refuse. */
    void build() {
        synchronized (lock) {
            install(workings.compile(blueprint, new SymbolTable()));
        }
    }

    void start() {
        synchronized (lock) {
            if (state() == AppState.RUNNING || state() == AppState.WAITING) {
                return;
            }
            if (closed) {
                throw new EventFluxException(Problem.of(AppError.CLOSED, "application", name()));
            }
            completion = workings.begin();
            if (state() == AppState.FAILED) {
                kept = Optional.empty();
            }
            if (state() != AppState.CREATED) {
                workings.reset();
                problems = blueprint.problems();
            }
            if (!canBegin()) {
                workings.await();
                resume();
            } else {
                begin();
            }
        }
    }

    private boolean canBegin() {
        return blueprint.isComplete() && revisions.missing().isEmpty();
    }

    // With the state that it has, or else with that of the last revision.
    private void begin() {
        try {
            boolean isBuilt = state() == AppState.CREATED && workings.isInstalled();
            if (kept.isEmpty() && revisions.areWanted()) {
                kept = revisions.newest().map(Revisions.Saved::state);
            }
            if (kept.isPresent() || !isBuilt) {
                install(fresh());
            }
            workings.run(blueprint);
            revisions.beginRegular(this::persist);
            kept = Optional.empty();
        } catch (EventFluxException e) {
            fail(e);
            throw e;
        }
    }

    void stop() {
        synchronized (lock) {
            revisions.endRegular();
            Optional<byte[]> state = workings.stop().or(() -> kept);
            kept = Optional.empty();
            if (revisions.areWanted() && state.isPresent()) {
                revisions.attempt(() -> revisions.save(state.get()));
            }
        }
    }

    void close() {
        synchronized (lock) {
            stop();
            // Whoever keeps the closed application keeps no class of an extension.
            blueprint = blueprint.withoutExtensions();
            closed = true;
        }
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

    /** Extensions that it uses are leaving: keeps the state and lets go of all their classes. Senders wait from now on. */
    void suspend(Set<ExtensionRef> leaving) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            if (state() == AppState.RUNNING) {
                kept = Optional.of(workings.suspend());
            }
            workings.release(leaving);
            blueprint = texts.read(name(), blueprint.text());
        }
    }

    /** Goes on if all that it needs is there. */
    void resume() {
        if (!isHeldUp()) {
            return;
        }
        synchronized (lock) {
            if (!isHeldUp()) {
                return;
            }
            blueprint = texts.read(name(), blueprint.text());
            problems = blueprint.problems();
            if (!canBegin()) {
                return;
            }
            try {
                if (isRefused()) {
                    completion = workings.begin();
                }
                workings.inputs().requireSame(blueprint.app().orElseThrow());
                begin();
            } catch (EventFluxException e) {
                fail(e);
            }
        }
    }

    private boolean isHeldUp() {
        return state() == AppState.WAITING || isRefused();
    }

    // Whether extensions could not read its state; others may.
    private boolean isRefused() {
        return state() == AppState.FAILED && kept.isPresent();
    }

    private Pipeline fresh() {
        try {
            return kept.map(state -> workings.compile(blueprint, state))
                    .orElseGet(() -> workings.compile(blueprint, new SymbolTable()));
        } catch (SnapshotMismatch e) {
            throw new EventFluxException(
                    Problem.of(AppError.STATE_REFUSED, "application", name(), "cause", e.getMessage()), e);
        }
    }

    private void install(Pipeline pipeline) {
        ports = Ports.of(blueprint.app().orElseThrow());
        workings.install(blueprint, pipeline);
    }

    private void fail(EventFluxException cause) {
        revisions.endRegular();
        problems = cause.problems();
        workings.fail();
        completion.fail(cause);
    }

    // A policy has demanded it; on a thread of its own.
    private void end(EventFluxException cause) {
        synchronized (lock) {
            if (state() == AppState.FAILED) {
                fail(cause);
            }
        }
    }

    EventFluxException notBuilt() {
        return new EventFluxException(Problem.of(AppError.NOT_BUILT, "application", name(), "state", state()));
    }

    byte[] snapshot() {
        return workings.snapshot().or(() -> kept).orElseThrow(this::notBuilt);
    }

    long persist() {
        return revisions.save(snapshot());
    }

    void restore(byte[] snapshot) {
        synchronized (lock) {
            if (!blueprint.isComplete()) {
                throw notBuilt();
            }
            try {
                Pipeline pipeline = workings.compile(blueprint, snapshot);
                ports = Ports.of(blueprint.app().orElseThrow());
                workings.replace(blueprint, pipeline);
                kept = state() == AppState.RUNNING ? Optional.empty() : Optional.of(snapshot);
            } catch (SnapshotMismatch e) {
                throw new EventFluxException(
                        Problem.of(RunError.SNAPSHOT_MISMATCH, "application", name(), "cause", e.getMessage()), e);
            }
        }
    }

    OptionalLong restoreLast() {
        Optional<Revisions.Saved> saved = revisions.newest();
        saved.ifPresent(newest -> restore(newest.state()));
        return saved.isPresent() ? OptionalLong.of(saved.get().revision()) : OptionalLong.empty();
    }
}
