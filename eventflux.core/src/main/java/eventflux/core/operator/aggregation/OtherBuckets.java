package eventflux.core.operator.aggregation;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotReader;

/** The buckets that other nodes have written into the store. Used by the thread that owns the application. */
public final class OtherBuckets {

    private final Aggregation own;
    private final BucketText text;
    private final BucketQuestion question;
    private final RowLookup pages;
    private final EvalContext context;

    /**
     * Nothing is read yet.
     *
     * @param own whose groups they are found by, and whose aggregators read them
     * @param text what a bucket remembers as a text
     * @param question asks for them
     * @param pages finds the rows of a period that begin in a range of time
     * @param context for compiled code
     */
    public OtherBuckets(
            Aggregation own, BucketText text, BucketQuestion question, RowLookup pages, EvalContext context) {
        this.own = own;
        this.text = text;
        this.question = question;
        this.pages = pages;
        this.context = context;
    }

    /** Is shown buckets one by one. */
    @FunctionalInterface
    interface Visitor {

        /** The bucket is selected during the call. */
        void visit(int group, long start);
    }

    /** Shows the buckets of a period that begin in a range of time. */
    void forEach(int period, long from, long until, Visitor visitor) {
        pages.begin(question.ask(period, from, until), context);
        for (RowView row = pages.next(); row != null; row = pages.next()) {
            long start = row.getLong(StoredBuckets.START);
            SnapshotReader in = text.read(row.getString(row.layout().columns() - 1));
            int group = own.groupOf(text.keys(in), context);
            own.buckets().lend(() -> text.values(in), () -> visitor.visit(group, start));
        }
    }
}
