package eventflux.core;

import eventflux.api.UpdatePlan;
import eventflux.api.UpdatePlan.Part;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.operator.Pipeline;
import eventflux.core.row.SymbolTable;
import eventflux.core.run.RunError;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.Snapshots;
import eventflux.core.state.StateUnit;
import java.util.List;
import java.util.Optional;

/**
 * The state with which an application goes on when it can, while it does not run. With the text that it was taken from all of it has
 * to fit; with another one, what fits. Written by one thread at a time.
 */
final class KeptState {

    private final Workings workings;
    private final Revisions revisions;
    // Both written under the lock of the application's life.
    private volatile Optional<byte[]> bytes = Optional.empty();
    private volatile boolean isOfOtherText;
    private volatile boolean isAnnounced;

    KeptState(Workings workings, Revisions revisions) {
        this.workings = workings;
        this.revisions = revisions;
    }

    Optional<byte[]> bytes() {
        return bytes;
    }

    boolean isPresent() {
        return bytes.isPresent();
    }

    /** Whether the text may be another one than the state was taken from. */
    boolean isOfOtherText() {
        return isOfOtherText;
    }

    /** Keeps the state of the present text. */
    void keep(byte[] state) {
        bytes = Optional.of(state);
        isOfOtherText = false;
        isAnnounced = false;
    }

    /** The text has been replaced; what becomes of the state was told beforehand. */
    void textReplaced() {
        isOfOtherText = true;
        isAnnounced = true;
    }

    /** Keeps a state that may have been taken from another text. */
    void keepOfOtherText(byte[] state) {
        bytes = Optional.of(state);
        isOfOtherText = true;
        isAnnounced = false;
    }

    void clear() {
        bytes = Optional.empty();
        isOfOtherText = false;
        isAnnounced = false;
    }

    /** Unless there is a state, takes that of the newest revision. */
    void takeNewest() {
        if (bytes.isEmpty() && revisions.areWanted()) {
            revisions.newest().map(Revisions.Saved::state).ifPresent(this::keepOfOtherText);
        }
    }

    /** What the present state is made of: that of what runs, that which is kept, or that of the newest revision. */
    List<StateUnit> units() {
        return workings.units()
                .or(() -> bytes.or(this::newest).map(Snapshots::units))
                .orElse(List.of());
    }

    private Optional<byte[]> newest() {
        boolean isThere = revisions.areWanted() && revisions.missing().isEmpty();
        return isThere ? revisions.newest().map(Revisions.Saved::state) : Optional.empty();
    }

    /** A pipeline that goes on with the state, or begins with none. */
    Pipeline pipeline(Blueprint blueprint) {
        if (bytes.isEmpty()) {
            return workings.compile(blueprint, new SymbolTable());
        }
        Pipeline pipeline = restored(blueprint, bytes.get());
        UpdatePlan forgotten = StateFates.forgotten(fates(bytes.get(), pipeline));
        if (!isOfOtherText) {
            requireWhole(blueprint, forgotten);
        } else if (!isAnnounced) {
            log(blueprint, forgotten);
        }
        return pipeline;
    }

    /** Refuses a blueprint of the present text that could not go on as it is now; nothing of it is put in place. */
    void rehearse(Blueprint next) {
        Optional<byte[]> running = workings.barrier().snapshot();
        Optional<byte[]> state = running.isPresent() || isOfOtherText ? running : bytes;
        if (state.isEmpty()) {
            workings.compile(next, new SymbolTable());
        } else {
            requireWhole(next, StateFates.forgotten(fates(state.get(), restored(next, state.get()))));
        }
    }

    private Pipeline restored(Blueprint blueprint, byte[] state) {
        try {
            return workings.compile(blueprint, state);
        } catch (SnapshotMismatch e) {
            throw refused(blueprint, e.getMessage());
        }
    }

    // The text is the same: what does not fit are the extensions.
    private static void requireWhole(Blueprint blueprint, UpdatePlan forgotten) {
        if (forgotten.forgets()) {
            throw refused(blueprint, forgotten.toString());
        }
    }

    private static EventFluxException refused(Blueprint blueprint, String cause) {
        return new EventFluxException(
                Problem.of(AppError.STATE_REFUSED, "application", blueprint.name(), "cause", cause));
    }

    /** Refuses a state of which nothing fits a pipeline. */
    void requireAny(Blueprint blueprint, byte[] snapshot, Pipeline pipeline) {
        List<Part> parts = fates(snapshot, pipeline);
        UpdatePlan forgotten = StateFates.forgotten(parts);
        if (forgotten.forgets() && !StateFates.keepsAny(parts)) {
            throw new EventFluxException(Problem.of(
                    RunError.SNAPSHOT_MISMATCH, "application", blueprint.name(), "cause", forgotten.toString()));
        }
        log(blueprint, forgotten);
    }

    private static List<Part> fates(byte[] snapshot, Pipeline pipeline) {
        return StateFates.of(Snapshots.units(snapshot), Workings.units(pipeline));
    }

    private static void log(Blueprint blueprint, UpdatePlan forgotten) {
        if (forgotten.forgets()) {
            Persistence.logger()
                    .log(
                            System.Logger.Level.WARNING,
                            "application {0} goes on with part of the state that another text has left:\n{1}",
                            blueprint.name(),
                            forgotten);
        }
    }
}
