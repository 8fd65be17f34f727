package eventflux.core.compile;

import eventflux.core.operator.table.AllCandidates;
import eventflux.core.operator.table.Candidates;
import eventflux.core.operator.table.FewestCandidates;
import eventflux.core.operator.table.KeyCandidates;
import eventflux.core.operator.table.MemoryTable;
import eventflux.core.operator.table.RangeCandidates;
import eventflux.core.operator.table.RangeCandidates.Bound;
import eventflux.core.plan.TableAccess;
import eventflux.core.plan.TablePlan;
import eventflux.core.plan.TablePlan.ColumnIndex;
import java.util.Optional;

/**
 * The indexes of one table, as plans name them: the one of the primary key first, if there is one, then those of the plan in
 * their order.
 *
 * @param plan of the table
 * @param table itself
 */
record TableIndexes(TablePlan plan, MemoryTable table) {

    /** The candidates of a way. */
    Candidates candidates(TableAccess.Way way, TableKeys probes) {
        if (way instanceof TableAccess.PrimaryKey key) {
            return new KeyCandidates(table.equalIndex(0), probes.all(key.key()));
        }
        if (way instanceof TableAccess.Value value) {
            return candidates(value, probes);
        }
        if (way instanceof TableAccess.Fewest fewest) {
            return new FewestCandidates(fewest.values().stream()
                    .map(value -> candidates(value, probes))
                    .toList());
        }
        if (way instanceof TableAccess.Range range) {
            return new RangeCandidates(
                    table.orderedIndex(place(range.index())),
                    range.low().map(bound -> bound(bound, probes)),
                    range.high().map(bound -> bound(bound, probes)));
        }
        return new AllCandidates(table);
    }

    private Candidates candidates(TableAccess.Value value, TableKeys probes) {
        int place = place(value.index());
        if (!value.index().ordered()) {
            return new KeyCandidates(table.equalIndex(place), probes.all(value.key()));
        }
        return new RangeCandidates(
                table.orderedIndex(place),
                Optional.of(new Bound(probes.all(value.key()), true)),
                Optional.of(new Bound(probes.all(value.key()), true)));
    }

    private int place(ColumnIndex index) {
        return plan.indexes().indexOf(index) + (plan.primaryKey().isEmpty() ? 0 : 1);
    }

    private static Bound bound(TableAccess.Bound bound, TableKeys probes) {
        return new Bound(probes.one(bound.key()), bound.inclusive());
    }
}
