package eventflux.core;

import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedQuery;
import java.util.HashSet;
import java.util.Set;

/** Collects the extensions that an application refers to. */
final class UsedExtensions {

    private final Set<ExtensionRef> used = new HashSet<>();

    private UsedExtensions() {}

    static Set<ExtensionRef> of(ResolvedApp app) {
        UsedExtensions collector = new UsedExtensions();
        app.scripts().forEach(script -> collector.used.add(script.binding().provider()));
        app.sources().forEach(collector::add);
        app.sinks().forEach(collector::add);
        app.streams().forEach(stream -> stream.window().ifPresent(window -> collector.add(window.call())));
        app.tables().stream()
                .flatMap(table -> table.store().stream())
                .forEach(store -> collector.used.add(store.extension()));
        app.readers().forEach(collector::add);
        app.aggregations().forEach(collector::add);
        app.partitions().forEach(partition -> partition.expressions().forEach(collector::add));
        return Set.copyOf(collector.used);
    }

    private void add(Endpoint endpoint) {
        used.add(endpoint.transport());
        endpoint.mapper().ifPresent(mapping -> used.add(mapping.extension()));
        endpoint.spread().ifPresent(spread -> used.add(spread.strategy()));
    }

    private void add(ResolvedAggregation aggregation) {
        aggregation.columns().forEach(column -> add(column.value()));
        aggregation.store().ifPresent(buckets -> used.add(buckets.store().extension()));
    }

    private void add(ResolvedQuery query) {
        query.input().everyHandler().forEach(this::add);
        query.input().conditions().forEach(this::add);
        if (query.input() instanceof ResolvedInput.OfPattern read) {
            read.keys().ifPresent(keys -> keys.expressions().forEach(this::add));
            addCollected(read.pattern());
        } else if (query.input() instanceof ResolvedInput.OfMatch read) {
            add(read);
        }
        if (query.input() instanceof ResolvedJoin join) {
            join.steps().stream()
                    .flatMap(step -> step.asked().stream())
                    .forEach(asked -> asked.values().forEach(this::add));
        }
        query.selection().columns().forEach(column -> add(column.value()));
        query.selection().groupBy().forEach(this::add);
        query.selection().having().ifPresent(this::add);
        query.output().action().ifPresent(action -> action.expressions().forEach(this::add));
        query.output().shape().order().forEach(key -> add(key.value()));
        query.selection().aggregates().forEach(this::add);
    }

    private void add(ResolvedInput.OfMatch read) {
        read.keys().ifPresent(keys -> keys.expressions().forEach(this::add));
        addCollected(read.match().elements());
    }

    private void addCollected(ResolvedPattern pattern) {
        pattern.captured().stream()
                .flatMap(captured -> captured.call().stream())
                .forEach(this::add);
    }

    private void add(ResolvedQuery.AggregateCall call) {
        if (!ResolvedAggregation.isLatest(call)) {
            used.add(call.extension());
        }
        call.arguments().forEach(this::add);
    }

    private void add(ResolvedQuery.Handler handler) {
        if (handler instanceof ResolvedQuery.WindowCall window) {
            used.add(window.extension());
            window.conditions().values().stream()
                    .flatMap(condition -> condition.aggregates().stream())
                    .forEach(call -> used.add(call.extension()));
        } else if (handler instanceof ResolvedQuery.StreamCall call) {
            used.add(call.extension());
        }
        handler.expressions().forEach(this::add);
    }

    private void add(Expr expr) {
        if (expr instanceof Expr.Call call) {
            used.add(call.function().provider());
        }
        expr.children().forEach(this::add);
    }
}
