package eventflux.core;

import eventflux.api.AppState;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.run.AppAgent;
import eventflux.core.state.Snapshots;
import eventflux.core.state.UnitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Waits until nothing is on its way between the ways in and out of an application, and takes its state then. */
final class Barrier {

    private final String application;
    private final AppAgent agent;
    private final Inputs inputs;
    private final Sources sources;
    private final Sinks sinks;
    private final Stores stores;

    Barrier(String application, AppAgent agent, Inputs inputs, Sources sources, Sinks sinks, Stores stores) {
        this.application = application;
        this.agent = agent;
        this.inputs = inputs;
        this.sources = sources;
        this.sinks = sinks;
        this.stores = stores;
    }

    /**
     * The state of what is in place; empty when nothing is. What sources have delivered behind their places is not in it, what they have
     * delivered before is; taken in the middle of a step, it may have rows that will be delivered again.
     */
    Optional<byte[]> snapshot() {
        return snapshot(isBehindAPlace -> {});
    }

    /**
     * As {@link #snapshot}, to be gone on with after a crash: what came before the places of sources has left the sinks.
     *
     * @throws EventFluxException when that can't be, since a sink does not get it out
     */
    Optional<byte[]> revision() {
        return snapshot(isBehindAPlace -> {
            if (isBehindAPlace && !sinks.flush()) {
                throw sinksBehind();
            }
        });
    }

    private Optional<byte[]> snapshot(Consumer<Boolean> before) {
        AtomicReference<byte[]> answer = new AtomicReference<>();
        Consumer<Boolean> saving = isBehindAPlace -> agent.asOwner(() -> {
            if (agent.pipeline() != null) {
                before.accept(isBehindAPlace);
                answer.set(save());
            }
        });
        if (agent.isOwner()) {
            saving.accept(sources.keepPlaces());
        } else {
            sources.whileHeld(isHeld -> {
                awaitWhatIsOnItsWay(isHeld);
                saving.accept(isHeld);
            });
        }
        return Optional.ofNullable(answer.get());
    }

    /** Waits for what has been delivered before the places of sources, unless the calling thread is in the middle of a step. */
    void awaitDelivered() {
        if (!agent.isOwner()) {
            awaitWhatIsOnItsWay(sources.keepPlaces());
        }
    }

    // What lies in rings is in no state; a place behind it would lose it.
    private void awaitWhatIsOnItsWay(boolean isBehindAPlace) {
        if (isBehindAPlace) {
            inputs.awaitProcessed(() -> agent.state() == AppState.RUNNING);
        }
    }

    /** The state as it is; as the owner. What stores have need not be in it. */
    byte[] save() {
        stores.write(agent.pipeline());
        List<UnitState> units = new ArrayList<>(agent.pipeline().state());
        units.addAll(sources.state());
        return new Snapshots(units, agent.pipeline().symbols())
                .save(agent.pipeline().clock().now());
    }

    /** The state to go on with after a stop, logged where there is none because a sink is behind; as the owner. */
    Optional<byte[]> saveAtTheEnd() {
        boolean isOut = !sources.keepPlaces() || sinks.flush();
        sinks.stop();
        if (agent.state() != AppState.RUNNING) {
            return Optional.empty();
        }
        if (!isOut) {
            Persistence.logger()
                    .log(
                            System.Logger.Level.WARNING,
                            sinksBehind().problems().get(0).message());
            return Optional.empty();
        }
        return Optional.of(save());
    }

    private EventFluxException sinksBehind() {
        return new EventFluxException(Problem.of(AppError.SINKS_BEHIND, "application", application));
    }

    /**
     * No row will come any more: all goes out; answers whether no policy has made the application fail. By the thread of the source that ended
     * last.
     */
    boolean drain() {
        inputs.awaitProcessed(() -> true);
        AtomicBoolean hasFailed = new AtomicBoolean();
        agent.asOwner(() -> {
            agent.endOfInput();
            sinks.flush();
            hasFailed.set(agent.state() == AppState.FAILED);
        });
        return !hasFailed.get();
    }

    /** Whether all that was delivered has gone out; by the thread of a source. */
    boolean settle() {
        inputs.awaitProcessed(() -> true);
        AtomicBoolean isSettled = new AtomicBoolean();
        agent.asOwner(() -> {
            boolean isOut = sinks.flush();
            isSettled.set(isOut && (agent.state() == AppState.RUNNING || agent.state() == AppState.WAITING));
        });
        return isSettled.get();
    }
}
