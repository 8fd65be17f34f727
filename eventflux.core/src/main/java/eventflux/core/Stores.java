package eventflux.core;

import eventflux.api.ConnectionStatus;
import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreContext;
import eventflux.api.spi.table.StoreFactory;
import eventflux.api.spi.table.StoredTable;
import eventflux.api.time.BackOff;
import eventflux.core.compile.Extensions;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.plan.TablePlan;
import eventflux.core.resolved.ResolvedStore;
import eventflux.core.resolved.SettingAtFault;
import eventflux.core.run.StoreConnection;
import eventflux.core.run.cache.CachedLink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The stores of an application: made with its pipeline, connected while it runs. Used by the thread that owns it,
 * except where noted.
 */
final class Stores {

    private final String application;
    private final TimeSource time;
    private final FailureLog failures;
    private final Map<String, StoreConnection> made = new ConcurrentHashMap<>();
    private final List<StoreLink> running = new CopyOnWriteArrayList<>();

    Stores(String application, TimeSource time, FailureLog failures) {
        this.application = application;
        this.time = time;
        this.failures = failures;
    }

    /** What stores are made from. */
    private record Context(String application, StoredTable table, Settings settings, TimeSource time)
            implements StoreContext {}

    /** The store of a table, not connected yet; by any thread. */
    StoreLink link(TablePlan table, Extensions extensions) {
        ResolvedStore declared = table.store().orElseThrow();
        Context context = new Context(application, stored(table), declared.settings(), time);
        Store store = extensions.make(
                declared.extension(),
                StoreFactory.class,
                new SettingAtFault(declared.settings(), declared.position()),
                factory -> factory.create(context));
        StoreConnection.Policy policy = new StoreConnection.Policy(
                declared.waits(), BackOff.RECONNECT, declared.extension().name());
        StoreConnection connection = new StoreConnection(table.name(), table.schema(), store, policy, time, failures);
        made.put(table.name(), connection);
        return declared.cache()
                .<StoreLink>map(cache -> new CachedLink(
                        connection,
                        table.schema(),
                        table.primaryKey(),
                        new CachedLink.Limits(cache.rows(), cache.retentionMillis()),
                        time))
                .orElse(connection);
    }

    private static StoredTable stored(TablePlan table) {
        return new StoredTable(
                table.name(),
                table.schema(),
                table.primaryKey(),
                indexes(table)
                        .filter(columns -> columns.size() == 1)
                        .map(columns -> columns.get(0))
                        .toList(),
                table.notNull(),
                indexes(table).filter(columns -> columns.size() > 1).toList());
    }

    private static Stream<List<Integer>> indexes(TablePlan table) {
        return table.indexes().stream().map(TablePlan.ColumnIndex::columns);
    }

    /** Connects those of a pipeline. */
    void start(Pipeline pipeline) {
        for (StoreLink link : pipeline.stores().values()) {
            try {
                link.start();
                running.add(link);
            } catch (IOException | RuntimeException | LinkageError e) {
                stop();
                throw new EventFluxException(
                        Problem.of(
                                AppError.ENDPOINT_FAILED,
                                "endpoint",
                                "the store of table " + link.table(),
                                "cause",
                                Sources.reason(e),
                                "remedy",
                                ""),
                        e);
            }
        }
    }

    /** Has written what a pipeline holds back for them, unless they are not connected. */
    void write(Pipeline pipeline) {
        if (!running.isEmpty()) {
            pipeline.writeToStores();
        }
    }

    /** How they are connected; by any thread. */
    List<ConnectionStatus> connections() {
        return running.stream()
                .map(link -> made.get(link.table()).watch().status())
                .toList();
    }

    /** Lets go of whoever waits for a store; by any thread. */
    void giveUp() {
        running.forEach(StoreLink::giveUp);
    }

    /** Disconnects all. */
    void stop() {
        running.forEach(StoreLink::stop);
        running.clear();
    }
}
