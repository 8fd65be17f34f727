package eventflux.core;

import eventflux.api.AppState;
import eventflux.api.UpdatePlan;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.core.compile.CompileError;
import eventflux.core.operator.Pipeline;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
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
 * The life of one application: built, started, waiting for extensions, replaced, stopped. Safe for many threads; one change at a
 * time, each of which ends before the next begins.
 */
final class Life {

    private final Texts texts;
    private final Workings workings;
    private final Revisions revisions;
    private final KeptState kept;
    private final Rehearsal rehearsal;
    private final Turns turns;

    // Written by whoever has the turn.
    private volatile Blueprint blueprint;
    private volatile List<Problem> problems;
    private volatile Ports ports = Ports.NONE;
    private volatile Completion completion = new Completion(() -> true);
    private volatile boolean isPaused;
    // Whether the ways in are still those of another text.
    private boolean isTextNew;
    // Whether it could not begin because an extension refused to be made.
    private boolean isUnmade;
    private boolean closed;

    Life(Texts texts, Blueprint blueprint, Workings workings, Revisions revisions) {
        this.texts = texts;
        this.blueprint = blueprint;
        this.problems = blueprint.problems();
        this.workings = workings;
        this.revisions = revisions;
        this.kept = new KeptState(workings, revisions);
        this.rehearsal = new Rehearsal(texts, workings, kept);
        this.turns = new Turns(blueprint.name(), workings, Sources.PATIENCE_MILLIS, this::followLate);
        workings.handling().whenFatal(this::end);
    }

    Blueprint blueprint() {
        return blueprint;
    }

    /** What is wrong with it; of what is missing, who provides it now. */
    List<Problem> problems() {
        return texts.explained(problems, blueprint);
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

    /** What it uses of what is there. */
    List<ExtensionDescriptor> extensions() {
        return blueprint.extensions();
    }

    /** What it waits for, as people read it. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        blueprint.missing().forEach(extension -> missing.add(extension.toString()));
        if (isPaused) {
            missing.add("being resumed");
        }
        if (state() == AppState.WAITING) {
            revisions.missing().ifPresent(store -> missing.add(store.toString()));
        }
        return missing;
    }

    /** Compiles the blueprint without starting anything; says what extensions refuse. */
    void build() {
        turns.begin(() -> {
            install(workings.compile(blueprint, new SymbolTable()));
        });
    }

    void start() {
        turns.begin(() -> {
            if (state() == AppState.RUNNING || state() == AppState.WAITING) {
                return;
            }
            if (closed) {
                throw new EventFluxException(Problem.of(AppError.CLOSED, "application", name()));
            }
            completion = workings.begin();
            if (state() == AppState.FAILED) {
                kept.clear();
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
        });
    }

    private boolean canBegin() {
        return !isPaused && blueprint.isComplete() && revisions.missing().isEmpty();
    }

    private void begin() {
        try {
            commence();
            isUnmade = false;
        } catch (EventFluxException e) {
            isUnmade = e.problems().stream().anyMatch(problem -> problem.code() instanceof CompileError);
            fail(e);
            throw e;
        }
    }

    // With the state that it has, or else with that of the last revision.
    private void commence() {
        boolean isBuilt = state() == AppState.CREATED && workings.isInstalled();
        if (isTextNew) {
            retain();
        }
        kept.takeNewest();
        if (kept.isPresent() || !isBuilt) {
            install(kept.pipeline(blueprint));
        }
        workings.run(blueprint, kept.bytes());
        revisions.beginRegular(this::persist);
        kept.clear();
    }

    void stop() {
        if (turns.isToWait()) {
            turns.later(this::stop);
            return;
        }
        turns.letGo(() -> {
            revisions.endRegular();
            Optional<byte[]> state = workings.stop().or(kept::bytes);
            kept.clear();
            isUnmade = false;
            isPaused = false;
            if (revisions.areWanted() && state.isPresent()) {
                revisions.attempt(() -> revisions.save(state.get()));
            }
        });
    }

    void close() {
        if (turns.isToWait()) {
            turns.later(this::close);
            return;
        }
        turns.letGo(() -> {
            stop();
            // Whoever keeps the closed application keeps no class of an extension.
            blueprint = blueprint.withoutExtensions();
            closed = true;
        });
    }

    /** Follows what happened to its extensions after its text was read and before the engine knew it. */
    void catchUp() {
        Set<ExtensionRef> outdated = texts.outdated(blueprint);
        if (!outdated.isEmpty()) {
            suspend(outdated);
        }
    }

    // What happened to extensions while nobody waited any more for what it was at.
    private void followLate() {
        catchUp();
        resume();
    }

    boolean uses(Set<ExtensionRef> extensions) {
        return extensions.stream().anyMatch(blueprint.reach()::includes);
    }

    /** Whether it has something to do now that these have come. */
    boolean concerns(Set<ExtensionRef> come) {
        return uses(come) || isHeldUp();
    }

    /** Whether the calling thread owns it or is changing it. */
    boolean isChangedHere() {
        return turns.isHere();
    }

    /** A call of an extension that keeps it from beginning. */
    Optional<Problem> late() {
        return turns.problem();
    }

    /** Extensions that it uses are leaving: keeps the state and lets go of all their classes. Senders wait from now on. */
    void suspend(Set<ExtensionRef> leaving) {
        turns.letGo(() -> {
            if (closed) {
                return;
            }
            if (state() == AppState.RUNNING) {
                kept.keep(workings.suspend());
            }
            workings.release(leaving);
            blueprint = texts.read(name(), blueprint.text());
        });
    }

    /**
     * Lets go of extensions that have come in a version which is to be preferred, so that {@link #resume} goes on with it; stays with the
     * present ones when text or state do not fit the others.
     */
    void takeUp() {
        turns.begin(() -> {
            Set<ExtensionRef> newer = texts.outdated(blueprint);
            if (closed || isHeldUp() || newer.isEmpty()) {
                return;
            }
            Optional<Problem> objection = rehearsal.objection(texts.read(name(), blueprint.text()), newer);
            if (objection.isEmpty()) {
                suspend(newer);
                return;
            }
            List<Problem> known = new ArrayList<>(blueprint.problems());
            known.add(objection.get());
            problems = known;
            System.getLogger("eventflux.app." + name())
                    .log(System.Logger.Level.WARNING, objection.get().toString());
        });
    }

    /** Goes on if all that it needs is there. */
    void resume() {
        if (!isHeldUp()) {
            return;
        }
        turns.begin(() -> {
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
                if (!isTextNew) {
                    workings.inputs().requireSame(blueprint.app().orElseThrow());
                }
                begin();
            } catch (EventFluxException e) {
                fail(e);
            }
        });
    }

    private boolean isHeldUp() {
        return state() == AppState.WAITING || isRefused();
    }

    // Whether extensions could not read its state, or not be made; others may.
    private boolean isRefused() {
        return state() == AppState.FAILED && (kept.isPresent() || isUnmade);
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
        turns.take(() -> {
            if (state() == AppState.FAILED) {
                fail(cause);
            }
        });
    }

    EventFluxException notBuilt() {
        return new EventFluxException(Problem.of(AppError.NOT_BUILT, "application", name(), "state", state()));
    }

    byte[] snapshot() {
        return workings.barrier().snapshot().or(kept::bytes).orElseThrow(this::notBuilt);
    }

    long persist() {
        return revisions.save(workings.barrier().revision().or(kept::bytes).orElseThrow(this::notBuilt));
    }

    void restore(byte[] snapshot) {
        turns.take(() -> {
            if (!blueprint.isComplete()) {
                throw notBuilt();
            }
            try {
                Pipeline pipeline = workings.compile(blueprint, snapshot);
                kept.requireAny(blueprint, snapshot, pipeline);
                ports = Ports.of(blueprint.app().orElseThrow());
                workings.replace(blueprint, pipeline, snapshot);
                kept.clear();
                if (state() != AppState.RUNNING) {
                    kept.keepOfOtherText(snapshot);
                }
            } catch (SnapshotMismatch e) {
                throw new EventFluxException(
                        Problem.of(RunError.SNAPSHOT_MISMATCH, "application", name(), "cause", e.getMessage()), e);
            }
        });
    }

    /** Lets senders wait until it is resumed. */
    void pause() {
        turns.letGo(() -> {
            if (state() == AppState.RUNNING) {
                revisions.endRegular();
                kept.keep(workings.suspend());
            }
            isPaused = state() == AppState.WAITING;
        });
    }

    /** Ends a pause. */
    void endPause() {
        turns.take(() -> {
            if (isPaused) {
                isPaused = false;
                resume();
            }
        });
    }

    /** What would become of the state with another text. */
    UpdatePlan planUpdate(String text) {
        return turns.take(() -> {
            return rehearsal.plan(rehearsal.successor(name(), text, isLive()));
        });
    }

    /** Goes on with another text, or, when that can't be, as before. */
    UpdatePlan update(String text) {
        turns.refuseOwner();
        return turns.begin(() -> {
            if (closed) {
                throw new EventFluxException(Problem.of(AppError.CLOSED, "application", name()));
            }
            Blueprint next = rehearsal.successor(name(), text, isLive());
            UpdatePlan plan = rehearsal.plan(next);
            if (isLive()) {
                change(next);
            } else {
                exchange(next);
            }
            return plan;
        });
    }

    private boolean isLive() {
        return state() == AppState.RUNNING || isPaused;
    }

    // While it runs, or is paused.
    private void change(Blueprint next) {
        Blueprint former = blueprint;
        ResolvedApp app = next.app().orElseThrow();
        if (state() == AppState.RUNNING) {
            revisions.endRegular();
            kept.keep(workings.suspendFor(app));
        }
        Optional<byte[]> before = kept.bytes();
        isPaused = false;
        try {
            workings.retain(app);
            blueprint = next;
            kept.textReplaced();
            commence();
            workings.forgetFormer();
            problems = next.problems();
        } catch (EventFluxException e) {
            kept.clear();
            before.ifPresent(kept::keep);
            goBack(former, e);
            throw e;
        }
    }

    private void goBack(Blueprint former, EventFluxException cause) {
        blueprint = former;
        try {
            workings.takeBack(former.app().orElseThrow());
            commence();
        } catch (EventFluxException e) {
            cause.addSuppressed(e);
            fail(e);
        }
    }

    // While it does not run: it begins with the new text when it is started, or what it waits for has come.
    private void exchange(Blueprint next) {
        blueprint = next;
        problems = next.problems();
        kept.textReplaced();
        isTextNew = true;
        if (next.isComplete() && state() == AppState.CREATED) {
            retain();
            build();
        }
        resume();
    }

    private void retain() {
        workings.retain(blueprint.app().orElseThrow());
        workings.forgetFormer();
        isTextNew = false;
    }

    OptionalLong restoreLast() {
        Optional<Revisions.Saved> saved = revisions.newest();
        saved.ifPresent(newest -> restore(newest.state()));
        return saved.isPresent() ? OptionalLong.of(saved.get().revision()) : OptionalLong.empty();
    }
}
