package eventflux.api;

import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One application: its streams, queries and state. Safe for many threads; one thread at a time owns the state. A name that is
 * not there is an {@link eventflux.api.error.EventFluxException} with a suggestion.
 */
@ProviderType
public interface EventFluxAppRuntime extends AutoCloseable {

    /** The name given by {@code @app:name}, or one made for it. */
    String name();

    /** The text it was made from. */
    String text();

    /** Where it stands. */
    AppState state();

    /** What it waits for while {@link AppState#WAITING}, as {@code kind namespace:name}; empty otherwise. */
    List<String> waitingFor();

    /** What made it fail, or what its text was warned of; empty when there is nothing to say. */
    List<Problem> problems();

    /**
     * Starts queries, sinks, then sources. Starting what runs does nothing. The state is that of the last revision in the engine's
     * persistence store, or of a snapshot that was restored before the first start; without either it is empty.
     */
    void start();

    /** Stops sources, lets the queries finish, saves a revision if there is a store, stops sinks. A second call does nothing. */
    void shutdown();

    /**
     * What would become of the state if the text were replaced by another one; changes nothing.
     *
     * @throws eventflux.api.error.EventFluxException with all problems of the new text
     */
    UpdatePlan planUpdate(String newText);

    /**
     * Replaces the text. Queries, tables, windows, aggregations and partitions whose name, shape and schemas are unchanged keep their
     * state; sources that are unchanged go on where they are. While it runs, senders wait meanwhile and no event is lost; whoever
     * holds the way into a stream that is no more, or has other columns, is refused from then on. What can't begin is refused, and
     * the application goes on with the text that it had. One that does not run has the new text when it is started.
     *
     * @return what became of the state
     * @throws eventflux.api.error.EventFluxException with all problems of the new text; extensions that are missing are problems while the
     *     application runs
     */
    UpdatePlan update(String newText);

    /** Quiesces the application: it is {@link AppState#WAITING}, its state kept, its senders waiting, until {@link #resume}. */
    void pause();

    /** Ends what {@link #pause} began; otherwise does nothing. */
    void resume();

    /** As {@link #shutdown}, and the manager forgets the application. */
    @Override
    void close();

    /**
     * Completes when every source of the application has come to the end of a finite input and all of it has been processed
     * and handed to the sinks; exceptionally when the application failed. Never completes for endless sources, or when there
     * is no source.
     */
    CompletionStage<Void> completion();

    /** The way into a stream. */
    InputHandler inputHandler(String stream);

    /** Calls back with every event of a stream; may be added and taken back while running. */
    Registration addCallback(String stream, StreamCallback callback);

    /** Calls back with every row of a query, named by {@code @info(name='…')} or {@code query_N}. */
    Registration addCallback(String query, QueryCallback callback);

    /** Calls back with every row of a stream, without an object for each. */
    Registration addRowCallback(String stream, RowCallback callback);

    /** The streams, in the order of definition. */
    Map<String, Schema> streams();

    /** The queries with the schema of their output, in the order of the text. */
    Map<String, Schema> queries();

    /** What it has counted. */
    AppStatistics statistics();

    /** How its sources, sinks and stores stand, in the order of the text; answers at once, whatever the application waits for. */
    List<ConnectionStatus> connections();

    /**
     * What has failed since it was started, by place, and what went wrong there last. Rows that their stream sends elsewhere when they fail
     * ({@code !Stream}) say so there.
     */
    default List<FailureSummary> failures() {
        return List.of();
    }

    /**
     * Watches it for a time, and says what the time went into, the largest share first: so that who is slow is named. Ends early when the
     * calling thread is interrupted. Costs the application nothing but being looked at.
     */
    default List<TimeShare> profile(Duration duration) {
        return List.of();
    }

    /** The extensions that it uses, each of the provider that it has it from; without those that are missing. */
    default List<ExtensionDescriptor> extensions() {
        return List.of();
    }

    /** Its events that failed and were stored. */
    StoredErrors storedErrors();

    /**
     * Runs one query on demand, in either dialect, over the application's tables: {@code from T on … select …}, {@code SELECT … FROM
     * T WHERE …}, or one that inserts, updates or deletes. Senders wait while it runs.
     *
     * @return the rows of a query that selects, in order; none for one that changes a table
     */
    QueryResult query(String text);

    /** Everything its operators remember, as bytes; senders wait while it is taken. */
    byte[] snapshot();

    /**
     * Puts a snapshot in place of the present state. Where the text has changed since, it goes as with {@link #update}: what is
     * unchanged has its state; a snapshot of which nothing fits is refused.
     */
    void restore(byte[] snapshot);

    /**
     * Saves a revision of its state in the engine's persistence store; the oldest beyond the number that is kept are deleted. Senders
     * wait while the state is copied, not while it is written.
     *
     * @return the revision, a number that grows: the time in epoch milliseconds
     * @throws eventflux.api.error.EventFluxException when there is no store, or it could not save
     */
    long persist();

    /** The revisions that are kept, oldest first. */
    List<Long> revisions();

    /** Puts the state of a revision in place of the present one. */
    void restoreRevision(long revision);

    /** As {@link #restoreRevision}, of the newest that can be read; answers which, or that there is none. */
    OptionalLong restoreLastRevision();

    /** Deletes all revisions, so that the next start begins with empty state; the present state stays. */
    void clearAllRevisions();
}
