package eventflux.core;

import eventflux.api.TimeSource;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.failure.FailureLog;
import eventflux.core.run.AppAgent;
import eventflux.core.run.StallWatch;
import java.util.Optional;

/** Calls of an application that do not come back: what is said of them, and how whoever waits for one gets on. */
final class Stalls {

    private final String application;
    private final TimeSource time;
    private final AppAgent agent;
    private final StallWatch watch;

    Stalls(String application, TimeSource time, AppAgent agent, FailureLog failures) {
        this.application = application;
        this.time = time;
        this.agent = agent;
        this.watch = new StallWatch(agent, failures);
    }

    /** Sees whether a call does not come back. */
    void look() {
        watch.look(time.millis());
    }

    /** The call that does not come back, if there is one; by any thread. */
    Optional<Problem> problem() {
        return watch.present().map(stall -> problem(AppError.STALLED, stall));
    }

    private Problem problem(AppError error, StallWatch.Stall stall) {
        return Problem.of(error, "application", application, "seconds", stall.millis() / 1_000, "place", stall.place());
    }

    /** Refuses when a call is known to come back neither by itself nor by an interrupt: who waits for the owner waits for ever. */
    void requireNotStuck() {
        watch.lost().ifPresent(this::refuse);
    }

    /** Waits until whoever holds the application lets it go or comes on; refuses when he does not, even if interrupted. */
    void hurryOwner() {
        if (!agent.isOwner()) {
            watch.hurry(Sources.PATIENCE_MILLIS).ifPresent(this::refuse);
        }
    }

    private void refuse(StallWatch.Stall stall) {
        throw new EventFluxException(problem(AppError.STUCK, stall));
    }

    /** Does something that waits for the owner, who is interrupted in each call that he stands in meanwhile. */
    void whileProdding(Runnable action) {
        watch.whileProdding(action);
    }

    /** Does something as the owner, who is interrupted before in each call that he stands in. */
    void asNextOwner(Runnable action) {
        watch.whileProdding(() -> agent.asOwner(action));
    }
}
