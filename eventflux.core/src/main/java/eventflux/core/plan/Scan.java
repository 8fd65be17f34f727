package eventflux.core.plan;

import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedMatch;
import eventflux.core.resolved.ResolvedPattern;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What a query reads. */
public sealed interface Scan {

    /** The streams whose rows come in, each once. */
    List<String> streams();

    /**
     * Rows composed of those that sides of a join give.
     *
     * @param join how
     * @param sides the sides with what their rows pass
     * @param keys by what rows find each other, a key for each step of the join
     */
    record OfJoin(ResolvedJoin join, List<JoinSidePlan> sides, List<JoinKey> keys) implements Scan {
        /** Copies the lists. */
        public OfJoin {
            sides = List.copyOf(sides);
            keys = List.copyOf(keys);
        }

        @Override
        public List<String> streams() {
            return join.streams();
        }
    }

    /**
     * The rows of one stream as they are.
     *
     * @param stream the stream
     */
    record OfStream(String stream) implements Scan {
        @Override
        public List<String> streams() {
            return List.of(stream);
        }
    }

    /**
     * The rows of matches, composed.
     *
     * @param match which
     * @param id of its state
     * @param keys by which it has its rows apart, if it does
     */
    record OfMatch(ResolvedMatch match, String id, Optional<PartitionPlan> keys) implements Scan {
        @Override
        public List<String> streams() {
            return List.of(match.stream());
        }
    }

    /**
     * The events of a pattern, composed.
     *
     * @param pattern which
     * @param coded the composed text columns that are codes, because those that they are copies of are
     * @param id of its state
     * @param keys by which it has its matches apart, if it does
     */
    record OfPattern(ResolvedPattern pattern, BitSet coded, String id, Optional<PartitionPlan> keys) implements Scan {
        /** Copies the set. */
        public OfPattern {
            coded = (BitSet) coded.clone();
        }

        @Override
        public BitSet coded() {
            return (BitSet) coded.clone();
        }

        @Override
        public List<String> streams() {
            return pattern.streams();
        }
    }
}
