package eventflux.launcher.command;

import eventflux.api.Event;
import eventflux.api.QueryResult;
import eventflux.api.error.EventFluxException;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.testkit.engine.FakeApplication;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An application whose input has ended, or that has failed, before it begins. */
final class EndedApplication extends FakeApplication {

    private final EventFluxException failure; // null for none

    EndedApplication(String name, String text, EventFluxException failure) {
        super(name, text);
        this.failure = failure;
    }

    @Override
    public CompletionStage<Void> completion() {
        return failure == null ? CompletableFuture.completedFuture(null) : CompletableFuture.failedFuture(failure);
    }

    @Override
    public QueryResult query(String question) {
        return new QueryResult(
                Schema.of(new Column("text", DataType.STRING), new Column("n", DataType.LONG)),
                List.of(new Event(0, new Object[] {question, null}), new Event(0, new Object[] {"", 7L})));
    }
}
