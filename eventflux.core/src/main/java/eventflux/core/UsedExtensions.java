package eventflux.core;

import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedQuery;
import java.util.HashSet;
import java.util.Set;

/** Collects the extensions that an application refers to. */
final class UsedExtensions {

    private final Set<ExtensionRef> used = new HashSet<>();

    private UsedExtensions() {}

    static Set<ExtensionRef> of(ResolvedApp app) {
        UsedExtensions collector = new UsedExtensions();
        app.sources().forEach(collector::add);
        app.sinks().forEach(collector::add);
        app.queries().forEach(collector::add);
        return Set.copyOf(collector.used);
    }

    private void add(Endpoint endpoint) {
        used.add(endpoint.transport());
        endpoint.mapper().ifPresent(mapping -> used.add(mapping.extension()));
    }

    private void add(ResolvedQuery query) {
        for (ResolvedQuery.Handler handler : query.input().handlers()) {
            if (handler instanceof ResolvedQuery.WindowCall window) {
                used.add(window.extension());
            } else if (handler instanceof ResolvedQuery.Filter filter) {
                add(filter.condition());
            }
        }
        query.selection().columns().forEach(column -> add(column.value()));
        query.selection().groupBy().forEach(this::add);
        query.selection().having().ifPresent(this::add);
        query.selection().aggregates().forEach(call -> {
            used.add(call.extension());
            call.arguments().forEach(this::add);
        });
    }

    private void add(Expr expr) {
        if (expr instanceof Expr.Call call) {
            used.add(call.function().provider());
        }
        expr.children().forEach(this::add);
    }
}
