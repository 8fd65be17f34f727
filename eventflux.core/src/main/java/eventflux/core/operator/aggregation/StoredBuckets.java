package eventflux.core.operator.aggregation;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import org.agrona.collections.LongHashSet;

/**
 * Buckets that lie in a store, a row each; the newest are in memory as well, and those that somebody works with. What has changed is
 * written when a row of a later period comes, at each purge and at the end. Then memory keeps only the newest. Who asks for older ones, or
 * brings a late row, has them read back first, so buckets in memory are the same as without a store.
 */
public final class StoredBuckets implements BucketBacking {

    /** Columns of the rows in the store; those of the aggregation, without its time, follow, and at the end what a bucket remembers. */
    public static final int PERIOD = 0;

    /** The group, by a name for the store. */
    public static final int GROUP = 1;

    /** When the bucket begins. */
    public static final int START = 2;

    /** Which node has written it, where several nodes do. */
    public static final int SHARD = 3;

    private static final int ROWS_AT_ONCE = 1_000;

    private final GroupTable groups;
    private final Buckets buckets;
    private final BucketText text;
    private final AggregationLookup.BucketRow values;
    private final Outside outside;
    private final EvalContext context;
    private final CalendarPeriod writing;
    private final RowBuilder rows;
    private final BucketQuestion question;
    private final int firstValue;
    private final RowRun run = new RowRun();
    private final Residence residence;
    private final ChangedBuckets changes = new ChangedBuckets();
    // Written by the thread that owns the application: when the period ends after which is written.
    private long writeAt = Long.MAX_VALUE;

    /**
     * What reaches the store.
     *
     * @param pages finds the rows of a period that begin in a range of time
     * @param writes puts rows in or changes them
     * @param deletes takes the rows of a period out that begin before the end of a range
     * @param failures is told what they could not do
     * @param question asks for buckets of this node
     */
    public record Outside(
            RowLookup pages,
            RunReceiver writes,
            RunReceiver deletes,
            StoreFailures failures,
            BucketQuestion question) {}

    /**
     * How buckets lie in the store.
     *
     * @param layout of the rows
     * @param hasShards whether they say which node has written them
     */
    public record Stored(RowLayout layout, boolean hasShards) {}

    /**
     * Nothing is in memory yet.
     *
     * @param groups of the aggregation
     * @param buckets in memory
     * @param text what a bucket remembers as a text
     * @param values what readers see of a bucket, for those who read the store without us
     * @param outside reaches the store
     * @param stored how they lie there
     * @param context for compiled code
     */
    public StoredBuckets(
            GroupTable groups,
            Buckets buckets,
            BucketText text,
            AggregationLookup.BucketRow values,
            Outside outside,
            Stored stored,
            EvalContext context) {
        this.groups = groups;
        this.buckets = buckets;
        this.text = text;
        this.values = values;
        this.outside = outside;
        this.context = context;
        this.writing = buckets.calendar().get(0).atLeastMinutes();
        this.rows = new RowBuilder(new RowBatch(stored.layout()), new SymbolTable());
        this.question = outside.question();
        this.firstValue = stored.hasShards() ? SHARD + 1 : SHARD;
        this.residence = new Residence(buckets.periods());
    }

    @Override
    public void before(long millis) {
        if (millis >= writeAt) {
            write();
        }
        if (millis >= writeAt || writeAt == Long.MAX_VALUE) {
            writeAt = writing.end(millis);
        }
        for (int period = 0; period < buckets.periods(); period++) {
            long start = buckets.calendar().get(period).start(millis);
            if (residence.isNew(period)) {
                load(period, start, Long.MAX_VALUE);
                residence.addFrom(period, start);
            } else if (!residence.isHere(period, start)) {
                load(period, start, start + 1);
                residence.add(period, start);
            }
            residence.sawRow(period, start);
        }
    }

    @Override
    public void bring(int period, long from, long until) {
        long end = Math.min(until, residence.from(period));
        if (from < end) {
            load(period, from, end);
        }
    }

    private void load(int period, long from, long until) {
        LongHashSet starts = new LongHashSet();
        outside.pages().begin(question.ask(period, from, until), context);
        for (RowView row = outside.pages().next();
                row != null;
                row = outside.pages().next()) {
            long start = row.getLong(START);
            if (!residence.isHere(period, start)) {
                take(period, start, row.getString(row.layout().columns() - 1));
                starts.add(start);
            }
        }
        for (LongHashSet.LongIterator loaded = starts.iterator(); loaded.hasNext(); ) {
            residence.add(period, loaded.nextValue());
        }
    }

    // Where reading broke off before, a bucket may be there already.
    private void take(int period, long start, String state) {
        SnapshotReader in = text.read(state);
        int group = groups.of(text.keys(in), context);
        if (!buckets.isOpen(group)) {
            buckets.open(group);
        }
        if (buckets.list(group, period).find(start) == BucketList.NONE) {
            buckets.restore(group, period, start, () -> text.values(in));
        }
    }

    @Override
    public void changed(int group, int period) {
        int slot = buckets.selected();
        if (!changes.contains(slot)) {
            changes.add(slot, group, period, buckets.begin());
        }
    }

    @Override
    public void write() {
        outside.failures().clear();
        for (int place = 0; place < changes.count() && !outside.failures().isAway(); place++) {
            add(place);
            if ((place + 1) % ROWS_AT_ONCE == 0) {
                send();
            }
        }
        send();
        if (!outside.failures().isAway()) {
            changes.clear();
            retreat();
        }
    }

    private void send() {
        if (rows.batch().length() > 0 && !outside.failures().isAway()) {
            outside.writes().receive(run.wrap(rows.batch()));
        }
        rows.batch().clear();
    }

    private void add(int place) {
        buckets.select(changes.slot(place));
        RowView keys = groups.show(changes.group(place));
        String state = text.write(keys);
        rows.begin(changes.start(place), 0);
        rows.putText(PERIOD, question.name(changes.period(place)));
        rows.putText(GROUP, text.group(keys));
        rows.putLong(START, changes.start(place));
        if (firstValue > SHARD) {
            rows.putText(SHARD, question.shard());
        }
        addValues(changes.start(place), keys);
        rows.putText(rows.layout().columns() - 1, state);
        rows.commit();
    }

    private void addValues(long start, RowView keys) {
        int count = rows.layout().columns() - firstValue - 1;
        for (int column = 0; column < count; column++) {
            rows.putNull(firstValue + column);
        }
        try {
            values.clear();
            RowView seen = values.of(start, keys, context);
            for (int column = 0; column < count; column++) {
                copy(seen, column + 1, firstValue + column);
            }
        } catch (RuntimeException e) {
            // Readers of the aggregation fail with it; what the bucket remembers is written all the same.
            outside.failures().unseen(e);
        }
    }

    private void copy(RowView seen, int from, int to) {
        if (seen.isNull(from)) {
            return;
        }
        rows.clearNull(to);
        if (seen.layout().isText(from)) {
            rows.putText(to, seen.getString(from));
        } else {
            rows.putLong(to, seen.getLong(from));
        }
    }

    // What is written can be read again.
    private void retreat() {
        long[] from = residence.retreat();
        for (int group = groups.first(); group != GroupTable.NONE; group = groups.next()) {
            if (!buckets.release(group, from)) {
                groups.remove(group);
            }
        }
    }

    @Override
    public void forgetBefore(int period, long time) {
        outside.failures().clear();
        long start = buckets.calendar().get(period).start(time);
        RowView row = question.ask(period, Long.MIN_VALUE, start);
        outside.deletes().receive(run.wrap(row));
    }

    @Override
    public void trimmed() {
        changes.retain((group, period, start, slot) ->
                buckets.isOpen(group) && buckets.list(group, period).find(start) == slot);
    }

    @Override
    public void save(SnapshotWriter out) {
        residence.save(out);
        out.writeLong(writeAt);
    }

    @Override
    public void restore(SnapshotReader in) {
        residence.restore(in);
        writeAt = in.readLong();
        changes.clear();
        for (int group = groups.first(); group != GroupTable.NONE; group = groups.next()) {
            for (int period = 0; period < buckets.periods(); period++) {
                BucketList list = buckets.list(group, period);
                for (int place = 0; place < list.count(); place++) {
                    changes.add(list.slot(place), group, period, list.start(place));
                }
            }
        }
    }

    @Override
    public String toString() {
        return "in " + outside.pages();
    }
}
