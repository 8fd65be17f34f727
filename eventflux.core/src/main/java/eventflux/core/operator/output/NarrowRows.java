package eventflux.core.operator.output;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;

/** Drops columns that were there only to sort or group by. Used by the thread that owns the application. */
public final class NarrowRows implements RunReceiver {

    private final RowView row;
    private final RowProjection projection;
    private final EvalContext context;
    private final RowBuilder builder;
    private final RunReceiver next;
    private final RowRun run = new RowRun();

    /**
     * Before {@code next}.
     *
     * @param row a cursor of its own on rows as they come
     * @param projection copies the columns that stay
     * @param context for the projection
     * @param builder writes rows as they go on
     * @param next takes them
     */
    public NarrowRows(
            RowView row, RowProjection projection, EvalContext context, RowBuilder builder, RunReceiver next) {
        this.row = row;
        this.projection = projection;
        this.context = context;
        this.builder = builder;
        this.next = next;
    }

    @Override
    public void receive(RowRun step) {
        try {
            for (long at = step.begin(); at < step.end(); at += row.length()) {
                row.wrap(at);
                builder.begin(row.timestamp(), row.flags());
                projection.project(row, context, builder);
                builder.commit();
            }
            next.receive(run.wrap(builder.batch()));
        } finally {
            builder.batch().clear();
        }
    }

    @Override
    public String toString() {
        return "keep the first " + builder.layout().columns() + " columns\n" + next;
    }
}
