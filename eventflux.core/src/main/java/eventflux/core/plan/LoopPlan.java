package eventflux.core.plan;

import eventflux.core.resolved.LoopEnd;
import eventflux.core.resolved.LoopEnd.Failures;
import eventflux.core.resolved.LoopEnd.Insert;
import eventflux.core.resolved.Loops;
import eventflux.core.resolved.ResolvedApp;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where rows come back to streams that they came from.
 *
 * @param ends where they wait until the step at hand is over
 * @param streams whose rows may come to such an end, so that each that comes from outside is a step of its own
 * @param limit how many rows may come round because of one
 */
public record LoopPlan(Set<LoopEnd> ends, Set<String> streams, int limit) {

    /** Keeps the order of the ends. */
    public LoopPlan {
        ends = Collections.unmodifiableSet(new LinkedHashSet<>(ends));
        streams = Set.copyOf(streams);
    }

    static LoopPlan of(ResolvedApp app) {
        Set<LoopEnd> ends = Loops.ends(app);
        return new LoopPlan(ends, Loops.leadingToEnds(app, ends), app.loopLimit());
    }

    /** Whether there are any. */
    public boolean isEmpty() {
        return ends.isEmpty();
    }

    /** Whether what a query inserts comes round. */
    public boolean endsWith(QueryPlan query) {
        return query.output()
                .target()
                .filter(stream -> ends.contains(new Insert(query.name(), stream)))
                .isPresent();
    }

    /** Whether what fails and goes into a stream comes round. */
    public boolean endsWithFailuresInto(String stream) {
        return ends.contains(new Failures(stream));
    }
}
