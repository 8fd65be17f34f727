package eventflux.core.run;

import eventflux.api.TimeSource;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreRefusedException;
import eventflux.api.spi.table.StoreSearch;
import eventflux.api.time.BackOff;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.store.StoreError;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.row.RowBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A store and the life of its connection. A call that does not reach the store is tried a second time at once, over a
 * new connection. When that fails, too, the store is left alone for a pause that grows from one failure to the next;
 * calls meanwhile fail, or wait, as the policy of the store says. Used by the thread that owns the application, except
 * where noted.
 */
public final class StoreConnection implements StoreLink {

    private final String table;
    private final Store store;
    private final Policy policy;
    private final TimeSource time;
    private final FailureLog failures;
    private final SplittableRandom random = new SplittableRandom();
    private final InputAppender rows;
    private final Pause pause;
    private final ConnectionWatch watch;

    // Written by the thread that owns the application.
    private RowBatch target;
    private boolean isStarted;
    private int tries;
    private long nextTry;
    private Exception lastCause;

    /**
     * What happens while the store cannot be reached.
     *
     * @param waits whether calls wait; otherwise they fail
     * @param backOff from one try to the next
     * @param extension the name of the store's extension
     */
    public record Policy(boolean waits, BackOff backOff, String extension) {}

    /**
     * A connection that is not there yet.
     *
     * @param table the name of the table
     * @param schema its columns
     */
    public StoreConnection(
            String table, Schema schema, Store store, Policy policy, TimeSource time, FailureLog failures) {
        this.table = table;
        this.store = store;
        this.policy = policy;
        this.time = time;
        this.pause = new Pause(time);
        this.watch = new ConnectionWatch("store", table, policy.extension(), time, failures);
        this.failures = failures;
        this.rows = new InputAppender(table, schema, found -> target.append(found));
    }

    /** How it stands; by any thread. */
    public ConnectionWatch watch() {
        return watch;
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public StoreSearch lookUp(StoreExpression condition, List<Integer> columns) {
        return store.search(condition, columns);
    }

    @Override
    public void start() throws IOException {
        pause.begin();
        tries = 0;
        nextTry = Long.MIN_VALUE;
        OwnLoader.start(store, store::start);
        isStarted = true;
        watch.connected();
    }

    @Override
    public void stop() {
        isStarted = false;
        watch.stopped();
        new BoundedStop(failures, BoundedStop.WRITERS_PATIENCE_MILLIS).run(where(), "its end", store::stop);
    }

    @Override
    public void giveUp() {
        pause.giveUp();
    }

    @Override
    public void find(StoreSearch search, Row parameters, RowBatch found) {
        call(() -> {
            rows.discard();
            search.find(parameters, rows);
        });
        target = found;
        rows.flush();
    }

    @Override
    public boolean exists(StoreSearch search, Row parameters) {
        boolean[] answer = new boolean[1];
        call(() -> answer[0] = search.exists(parameters));
        return answer[0];
    }

    @Override
    public void apply(StoreChange change, ParameterRows parameters, RefusedRows refused) {
        List<Refusal> refusals = new ArrayList<>();
        call(() -> {
            refusals.clear();
            change.apply(parameters, (index, cause) -> refusals.add(new Refusal(index, cause)));
        });
        refusals.forEach(refusal -> refused.refused(refusal.index(), refusal.cause()));
    }

    private record Refusal(int index, Exception cause) {}

    /** One call of the store. */
    @FunctionalInterface
    private interface Call {

        void run() throws IOException;
    }

    private void call(Call call) {
        while (true) {
            requireTry();
            try {
                attempt(call);
                tries = 0;
                watch.connected();
                return;
            } catch (StoreRefusedException e) {
                throw failure(StoreError.STORE_FAILED, e);
            } catch (IOException e) {
                lost(e);
                if (!policy.waits()) {
                    throw failure(StoreError.STORE_AWAY, e);
                }
            } catch (RuntimeException e) {
                throw failure(StoreError.STORE_FAILED, e);
            }
        }
    }

    // What fails first may be an old connection that has gone.
    private void attempt(Call call) throws IOException {
        try {
            call.run();
        } catch (StoreRefusedException e) {
            throw e;
        } catch (IOException e) {
            if (tries > 0) {
                throw e;
            }
            call.run();
        }
    }

    private void lost(IOException cause) {
        tries++;
        lastCause = cause;
        nextTry = time.millis() + policy.backOff().pauseMillis(tries, random);
        watch.lost(cause);
        failures.failed(where(), "its connection", cause);
    }

    private void requireTry() {
        if (!isStarted) {
            throw new EventFluxException(
                    Problem.of(StoreError.STORE_AWAY, "table", table, "cause", "it is not connected"));
        }
        boolean isTime = tries == 0 || time.millis() >= nextTry || policy.waits() && pause.await(nextTry);
        if (!isTime) {
            throw failure(StoreError.STORE_AWAY, lastCause);
        }
    }

    private EventFluxException failure(StoreError error, Exception cause) {
        return new EventFluxException(Problem.of(error, "table", table, "cause", StoreError.reason(cause)), cause);
    }

    private String where() {
        return "store " + table;
    }
}
