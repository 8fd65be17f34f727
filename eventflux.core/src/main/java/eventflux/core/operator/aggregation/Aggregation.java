package eventflux.core.operator.aggregation;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.table.MemoryTable;
import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.Stateful;
import java.util.BitSet;
import java.util.function.Function;

/** What an aggregation holds: groups and, for each of its periods, their buckets. Used by the thread that owns the application. */
public final class Aggregation implements Stateful {

    private final String name;
    private final GroupTable groups;
    private final Buckets buckets;
    private final BucketBacking backing;
    private final Function<Aggregation, BucketView> views;

    /**
     * An aggregation that has seen no row.
     *
     * @param name of it
     * @param groups finds the group of a row
     * @param buckets of the groups
     * @param backing what stands behind the buckets in memory
     * @param views makes what a reader sees
     */
    public Aggregation(
            String name,
            GroupTable groups,
            Buckets buckets,
            BucketBacking backing,
            Function<Aggregation, BucketView> views) {
        this.name = name;
        this.groups = groups;
        this.buckets = buckets;
        this.backing = backing;
        this.views = views;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** What a reader sees; each has its own. */
    public BucketView view() {
        return views.apply(this);
    }

    /** How many groups it holds. */
    public int size() {
        return groups.size();
    }

    /** The keys of the groups, for those who look groups up. */
    public MemoryTable keys() {
        return groups.table();
    }

    GroupTable groups() {
        return groups;
    }

    Buckets buckets() {
        return buckets;
    }

    BucketBacking backing() {
        return backing;
    }

    /** Writes to its store what is not written yet, if it has one. */
    public void write() {
        backing.write();
    }

    /** The group of a row, a new one when its key has none. */
    int group(RowView row, EvalContext context) {
        return opened(groups.find(row, context));
    }

    /** The group that has these keys, a new one when there is none. */
    int groupOf(RowView keys, EvalContext context) {
        return opened(groups.of(keys, context));
    }

    private int opened(int group) {
        if (!buckets.isOpen(group)) {
            buckets.open(group);
        }
        return group;
    }

    /** Forgets the buckets of a period that end before a time, once {@link #trim} is called. */
    void forgetBefore(int period, long time) {
        buckets.forgetBefore(period, time);
        backing.forgetBefore(period, time);
    }

    /** Gives back what is forgotten, and groups of which nothing is left. */
    void trim() {
        for (int group = groups.first(); group != GroupTable.NONE; group = groups.next()) {
            if (!buckets.trim(group)) {
                groups.remove(group);
            }
        }
        backing.trimmed();
    }

    @Override
    public String id() {
        return "aggregation/" + name;
    }

    @Override
    public void save(SnapshotWriter out) {
        buckets.saveShape(out);
        groups.save(out);
        for (int group = groups.first(); group != GroupTable.NONE; group = groups.next()) {
            buckets.save(group, out);
        }
        backing.save(out);
    }

    @Override
    public void restore(SnapshotReader in) {
        buckets.clear();
        buckets.restoreShape(in);
        groups.restore(in);
        for (int group = groups.first(); group != GroupTable.NONE; group = groups.next()) {
            buckets.open(group);
            buckets.restore(group, in);
        }
        backing.restore(in);
    }

    @Override
    public void mark(BitSet symbols) {
        groups.mark(symbols);
        for (int group = groups.first(); group != GroupTable.NONE; group = groups.next()) {
            buckets.mark(group, symbols);
        }
    }

    @Override
    public String toString() {
        return "aggregation " + name + " per " + buckets.calendar() + ", groups: " + groups + ", buckets " + backing;
    }
}
