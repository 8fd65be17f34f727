package eventflux.core.operator.aggregation;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.DataType;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowProjection;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** Buckets whose time and period stand in the row that asks. */
public final class AskedByRow implements AskedBuckets {

    /** Columns of the row that the values are projected into; the end is missing where one text is a whole range. */
    private static final int PER = 0;

    private static final int FROM = 1;
    private static final int UNTIL = 2;

    private final RowProjection values;
    private final RowBuilder builder;
    private final RowView row;
    private final Texts texts;
    // All fields below are written by the thread that owns the application.
    private int period;
    private long from;
    private long until;

    /**
     * Buckets that rows ask for.
     *
     * @param values what is asked with: the period, then the beginning and, unless one text is a range, the end
     * @param layout of these values
     * @param symbols the application's
     * @param texts says what texts mean
     */
    public AskedByRow(RowProjection values, RowLayout layout, SymbolTable symbols, Texts texts) {
        this.values = values;
        this.builder = new RowBuilder(new RowBatch(layout), symbols);
        this.row = new RowView(layout, symbols);
        this.texts = texts;
    }

    /** Says what texts mean, or throws. */
    public interface Texts {

        /** The place of a period. */
        int period(String text);

        /** A point in time. */
        long moment(String text);

        /** The range of time that a text with wildcards stands for: its beginning and its end. */
        long[] range(String text);
    }

    @Override
    public void read(RowView asking, EvalContext context) {
        try {
            builder.begin(0, 0);
            values.project(asking, context, builder);
            builder.commit();
            take(row.wrap(builder.batch()));
        } finally {
            builder.batch().clear();
        }
    }

    private void take(RowView asked) {
        period = texts.period(text(asked, PER));
        if (asked.layout().columns() > UNTIL) {
            from = moment(asked, FROM);
            until = moment(asked, UNTIL);
        } else if (asked.layout().columns() > FROM) {
            long[] range = texts.range(text(asked, FROM));
            from = range[0];
            until = range[1];
        } else {
            from = Long.MIN_VALUE;
            until = Long.MAX_VALUE;
        }
    }

    private long moment(RowView asked, int column) {
        if (asked.layout().type(column) == DataType.STRING) {
            return texts.moment(text(asked, column));
        }
        requireValue(asked, column);
        return asked.getLong(column);
    }

    private static String text(RowView asked, int column) {
        requireValue(asked, column);
        return asked.getString(column);
    }

    private static void requireValue(RowView asked, int column) {
        if (asked.isNull(column)) {
            String clause = column == PER ? "PER" : "WITHIN";
            throw new EventFluxException(Problem.of(AggregationError.NOTHING_ASKED, "clause", clause));
        }
    }

    @Override
    public int period() {
        return period;
    }

    @Override
    public long from() {
        return from;
    }

    @Override
    public long until() {
        return until;
    }
}
