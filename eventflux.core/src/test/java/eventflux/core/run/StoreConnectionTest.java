package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreRefusedException;
import eventflux.api.spi.table.StoreSearch;
import eventflux.api.time.BackOff;
import eventflux.api.time.BackOff.Growth;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.store.StoreError;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.time.SetTime;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoreConnectionTest {

    private static final Schema SCHEMA = Schema.of(new Column("k", DataType.INT));
    private static final long PATIENCE_SECONDS = 30;

    private final SetTime time = new SetTime(0);
    private final FailureLog failures = new FailureLog("app", System.getLogger("test"));
    private final FlakyStore store = new FlakyStore();
    private final List<Integer> refused = new ArrayList<>();

    private StoreConnection connected(boolean waits) throws IOException {
        BackOff backOff = new BackOff(Growth.EXPONENTIAL, 100, 1_000, 0);
        StoreConnection connection = new StoreConnection(
                "T", SCHEMA, store, new StoreConnection.Policy(waits, backOff, "test"), time, failures);
        connection.start();
        return connection;
    }

    private void write(StoreConnection connection) {
        connection.apply(store.insert(), store.rows(), (index, cause) -> refused.add(index));
    }

    @Test
    void triesOnceMoreWhenTheConnectionHasGone() throws IOException {
        StoreConnection connection = connected(false);
        store.outcomes.add(new IOException("closed"));

        write(connection);

        assertThat(store.calls).isEqualTo(2);
        assertThat(failures.counts()).isEmpty();
    }

    @Test
    void leavesTheStoreAloneForAPauseThatGrows() throws IOException {
        StoreConnection connection = connected(false);
        for (int i = 0; i < 4; i++) {
            store.outcomes.add(new IOException("away"));
        }

        assertThat(RunningApp.code(() -> write(connection))).isEqualTo(StoreError.STORE_AWAY);
        assertThat(RunningApp.code(() -> write(connection))).isEqualTo(StoreError.STORE_AWAY);
        assertThat(store.calls).isEqualTo(2);

        time.set(100);
        assertThat(RunningApp.code(() -> write(connection))).isEqualTo(StoreError.STORE_AWAY);
        time.set(299);
        assertThat(RunningApp.code(() -> write(connection))).isEqualTo(StoreError.STORE_AWAY);
        assertThat(store.calls).isEqualTo(3);

        store.outcomes.clear();
        time.set(300);
        write(connection);
        assertThat(store.calls).isEqualTo(4);
        assertThat(failures.counts()).containsEntry("store T", 2L);
    }

    @Test
    void doesNotTryAgainWhatIsRefused() throws IOException {
        StoreConnection connection = connected(false);
        store.outcomes.add(new StoreRefusedException("no such column", null));

        assertThat(RunningApp.code(() -> write(connection))).isEqualTo(StoreError.STORE_FAILED);
        write(connection);

        assertThat(store.calls).isEqualTo(2);
    }

    @Test
    void saysOnceWhatWasRefusedBeforeTheConnectionWent() throws IOException {
        StoreConnection connection = connected(false);
        store.refuses = true;
        store.outcomes.add(new IOException("in the middle"));

        write(connection);

        assertThat(refused).containsExactly(1);
    }

    @Test
    void dropsWhatASearchHadFoundBeforeTheConnectionWent() throws IOException {
        StoreConnection connection = connected(false);
        store.outcomes.add(new IOException("in the middle"));
        RowBatch found = new RowBatch(new RowLayout(SCHEMA));

        connection.find(
                store.search(StoreExpression.ALWAYS, List.of(0)), store.rows().row(0), found);

        assertThat(found.count()).isEqualTo(1);
    }

    @Test
    void waitsForTheStoreWhereThatIsWanted() throws Exception {
        StoreConnection connection = connected(true);
        store.outcomes.addAll(List.of(new IOException("a"), new IOException("b"), new IOException("c")));

        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(connection));
        awaitRequest(100);
        time.moveTo(100);
        awaitRequest(300);
        time.moveTo(300);
        written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(store.calls).isEqualTo(4);
    }

    @Test
    void waitsNoLongerWhenTheApplicationStops() throws Exception {
        StoreConnection connection = connected(true);
        store.outcomes.addAll(List.of(new IOException("a"), new IOException("b")));

        CompletableFuture<Object> code = CompletableFuture.supplyAsync(() -> RunningApp.code(() -> write(connection)));
        awaitRequest(100);
        connection.giveUp();

        assertThat(code.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(StoreError.STORE_AWAY);
    }

    @Test
    void refusesCallsBeforeItsStart() {
        StoreConnection connection = new StoreConnection(
                "T", SCHEMA, store, new StoreConnection.Policy(true, BackOff.RECONNECT, "test"), time, failures);

        assertThat(RunningApp.code(() -> write(connection))).isEqualTo(StoreError.STORE_AWAY);
    }

    private void awaitRequest(long millis) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!time.requests().contains(millis)) {
            assertThat(System.nanoTime()).as("waited in vain for a pause").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** A store whose next calls fail as they are told, after they have done half of their work. */
    private static final class FlakyStore implements Store, StoreSearch, StoreChange {

        private final Deque<IOException> outcomes = new ArrayDeque<>();
        private volatile int calls;
        private boolean refuses;

        ParameterRows rows() {
            RowLayout layout = new RowLayout(SCHEMA);
            eventflux.core.row.RowBuilder row =
                    new eventflux.core.row.RowBuilder(new RowBatch(layout), new SymbolTable());
            row.begin(0, 0);
            row.putLong(0, 7);
            row.commit();
            RowView view = new RowView(layout, new SymbolTable()).wrap(row.batch());
            return new ParameterRows() {
                @Override
                public int size() {
                    return 1;
                }

                @Override
                public Row row(int index) {
                    return view;
                }
            };
        }

        private void end() throws IOException {
            calls++;
            IOException outcome = outcomes.poll();
            if (outcome != null) {
                throw outcome;
            }
        }

        @Override
        public void apply(ParameterRows rows, RefusedRows refusals) throws IOException {
            if (refuses) {
                refusals.refused(1, new IOException("twice"));
            }
            end();
        }

        @Override
        public void find(Row parameters, RowAppender found) throws IOException {
            found.begin();
            found.setInt(0, parameters.getInt(0));
            found.commit();
            end();
        }

        @Override
        public boolean exists(Row parameters) throws IOException {
            end();
            return true;
        }

        @Override
        public boolean accepts(StoreExpression expression) {
            return true;
        }

        @Override
        public StoreSearch search(StoreExpression condition, List<Integer> columns) {
            return this;
        }

        @Override
        public StoreChange insert() {
            return this;
        }

        @Override
        public StoreChange delete(StoreExpression condition) {
            return this;
        }

        @Override
        public StoreChange update(StoreExpression condition, List<StoreAssignment> assignments) {
            return this;
        }

        @Override
        public StoreChange upsert(
                StoreExpression condition, List<StoreAssignment> assignments, List<StoreExpression> row) {
            return this;
        }

        @Override
        public void start() {
            calls = 0;
        }

        @Override
        public void stop() {
            calls = 0;
        }
    }
}
