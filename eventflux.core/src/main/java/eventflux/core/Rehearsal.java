package eventflux.core;

import eventflux.api.UpdatePlan;
import eventflux.api.UpdatePlan.Part;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.operator.Pipeline;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries out what an application would become, with another text or other extensions; puts nothing in place. Used by whoever has the turn. */
final class Rehearsal {

    private final Texts texts;
    private final Workings workings;
    private final KeptState kept;

    Rehearsal(Texts texts, Workings workings, KeptState kept) {
        this.texts = texts;
        this.workings = workings;
        this.kept = kept;
    }

    /** What another text says, which must be correct, and of the same application; when that is live, nothing may be missing. */
    Blueprint successor(String name, String text, boolean isLive) {
        Blueprint next = texts.read(name, text);
        if (!next.name().equals(name)) {
            throw new EventFluxException(Problem.of(AppError.NAME_CHANGED, "application", name, "name", next.name()));
        }
        if (isLive) {
            next.requireComplete();
        } else {
            next.requireCorrect();
        }
        return next;
    }

    /** What would become of the state. What extensions refuse is said by a pipeline that is never put in place. */
    UpdatePlan plan(Blueprint next) {
        if (!next.isComplete()) {
            return new UpdatePlan(List.of());
        }
        Pipeline trial = workings.compile(next, new SymbolTable());
        List<Part> parts = new ArrayList<>(StateFates.of(kept.units(), Workings.units(trial)));
        parts.addAll(workings.compare(next.app().orElseThrow()));
        return new UpdatePlan(parts);
    }

    /** What keeps the same text from going on with its present state and newer extensions; empty when nothing does. */
    Optional<Problem> objection(Blueprint next, Set<ExtensionRef> newer) {
        try {
            next.requireComplete();
            workings.inputs().requireSame(next.app().orElseThrow());
            kept.rehearse(next);
            return Optional.empty();
        } catch (EventFluxException e) {
            return Optional.of(Problem.of(
                    AppError.VERSION_REFUSED,
                    "application",
                    next.name(),
                    "extensions",
                    newer.stream().map(ExtensionRef::toString).sorted().collect(Collectors.joining(", ")),
                    "cause",
                    e.problems().get(0).message()));
        }
    }
}
