package eventflux.core.plan;

import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides for each stream whether its readers may take a whole run one after the other. They may unless what two of them
 * emit meets in one stream: there the order would depend on how rows were gathered into runs, and the same input must
 * give the same output however it was sent.
 */
final class FanOut {

    private final ResolvedApp app;

    FanOut(ResolvedApp app) {
        this.app = app;
    }

    boolean isByRow(String stream) {
        Set<String> seen = new HashSet<>();
        for (ResolvedQuery query : readers(stream)) {
            for (String reached : reachedFrom(query)) {
                if (!seen.add(reached)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<String> reachedFrom(ResolvedQuery query) {
        Set<String> reached = new HashSet<>();
        Deque<ResolvedQuery> open = new ArrayDeque<>(List.of(query));
        while (!open.isEmpty()) {
            open.pop().output().target().filter(reached::add).ifPresent(target -> open.addAll(readers(target)));
        }
        return reached;
    }

    private List<ResolvedQuery> readers(String stream) {
        List<ResolvedQuery> readers = new ArrayList<>();
        for (ResolvedQuery query : app.queries()) {
            if (query.input().stream().equals(stream)) {
                readers.add(query);
            }
        }
        return readers;
    }
}
