package eventflux.core;

import eventflux.api.AppState;
import eventflux.api.TimeSource;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.errors.ErrorOrigin;
import eventflux.api.spi.errors.StoredError;
import eventflux.core.failure.FailureLog;
import eventflux.core.failure.RowImage;
import eventflux.core.operator.DeadLetter;
import eventflux.core.operator.FailureOutlets;
import eventflux.core.operator.FaultRows;
import eventflux.core.operator.RowFailures;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.row.RowView;
import eventflux.core.run.AppAgent;
import eventflux.core.run.MessageFailures;
import eventflux.core.run.MessageFailures.Message;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What becomes of what fails in one application, beside the streams that it may go into. Safe for many threads. */
final class FailureHandling implements FailureOutlets {

    private final String application;
    private final TimeSource time;
    private final AppAgent agent;
    private final FailureLog log;
    private final ErrorStores stores;
    // Written before the application starts.
    private volatile Consumer<EventFluxException> end = cause -> {};

    FailureHandling(String application, TimeSource time, AppAgent agent, FailureLog log, ErrorStores stores) {
        this.application = application;
        this.time = time;
        this.agent = agent;
        this.log = log;
        this.stores = stores;
    }

    /** Says what stops the application for good when a policy demands it. */
    void whenFatal(Consumer<EventFluxException> stop) {
        end = stop;
    }

    @Override
    public RowFailures logging(Level level) {
        return log.at(level);
    }

    @Override
    public RowFailures storing(String stream, String endpoint) {
        return new RowFailures() {
            @Override
            public void rowFailed(String where, RowView row, Throwable cause) {
                rowFailed(where, row, cause, 1);
            }

            @Override
            public void rowFailed(String where, RowView row, Throwable cause, int attempts) {
                if (row == null) {
                    log.rowFailed(where, null, cause);
                    return;
                }
                store(
                        where,
                        attempts,
                        cause,
                        new Event(
                                endpoint.isEmpty() ? ErrorOrigin.STREAM : ErrorOrigin.SINK,
                                stream,
                                endpoint,
                                DeadLetter.text(row),
                                RowImage.of(row)));
            }

            @Override
            public void failed(String where, String what, Throwable cause) {
                log.failed(where, what, cause);
            }
        };
    }

    @Override
    public RowFailures stopping() {
        return new RowFailures() {
            @Override
            public void rowFailed(String where, RowView row, Throwable cause) {
                log.rowFailed(where, row, cause);
                fail(where, cause);
            }

            @Override
            public void failed(String where, String what, Throwable cause) {
                log.failed(where, what, cause);
                fail(where, cause);
            }
        };
    }

    /**
     * What a source does with messages that it cannot map.
     *
     * @param stream the stream that it feeds
     * @param endpoint the source
     * @param letters takes dead letters
     */
    MessageFailures messages(String stream, String endpoint, FailurePolicy policy, DeadLetters letters) {
        MessageFailures logged = (where, message, place, cause) ->
                log.failed(where, place.isEmpty() ? "a message" : "a message at " + place, cause, policy.level());
        return switch (policy.action()) {
            case LOG, FAULT_STREAM -> logged;
            case DEAD_LETTERS ->
                (where, message, place, cause) -> {
                    log.counted(where, cause);
                    letters.take(where, stream, text(message), cause);
                };
            case STORE ->
                (where, message, place, cause) -> {
                    if (message.length() == 0) {
                        logged.messageFailed(where, message, place, cause);
                        return;
                    }
                    Event event = new Event(ErrorOrigin.SOURCE, stream, endpoint, text(message), message.copy());
                    store(where, 1, cause, event);
                };
            case FAIL ->
                (where, message, place, cause) -> {
                    logged.messageFailed(where, message, place, cause);
                    fail(where, cause);
                };
        };
    }

    /** Takes messages that become dead letters, by the thread of the source. */
    @FunctionalInterface
    interface DeadLetters {

        void take(String where, String stream, String message, Throwable cause);
    }

    private static String text(Message message) {
        return new String(message.bytes(), message.offset(), message.length(), StandardCharsets.UTF_8);
    }

    private record Event(ErrorOrigin origin, String stream, String endpoint, String shown, byte[] payload) {}

    private void store(String where, int attempts, Throwable cause, Event event) {
        log.counted(where, cause);
        StoredError error = new StoredError(
                0,
                application,
                event.origin(),
                event.stream(),
                event.endpoint(),
                time.millis(),
                cause.getClass().getSimpleName(),
                FaultRows.message(cause),
                attempts,
                event.shown(),
                event.payload());
        try {
            stores.of(application).save(error);
        } catch (EventFluxException e) {
            log.failed(where, "the error store, which should have kept " + event.shown(), e);
        }
    }

    private void fail(String where, Throwable cause) {
        agent.asOwner(() -> {
            if (agent.state() != AppState.RUNNING) {
                return;
            }
            // Nobody gets in any more; what holds the application at the moment goes on to the end of its step.
            agent.state(AppState.FAILED);
            Problem problem =
                    Problem.of(AppError.POLICY_DEMANDS_END, "where", where, "cause", FaultRows.message(cause));
            Thread thread =
                    new Thread(() -> end.accept(new EventFluxException(problem)), "eventflux-failure " + application);
            thread.setDaemon(true);
            thread.start();
        });
    }
}
