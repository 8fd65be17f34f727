package eventflux.core.operator.store;

import eventflux.api.spi.table.StoreChange;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.Arrays;

/**
 * Where rows of a query reach a store that does all by itself: the rows of a run together. What fails are single rows,
 * or all of them.
 */
public final class StoreOutput implements RunReceiver {

    private static final int INITIAL_ROWS = 16;

    private final StoreLink link;
    private final Write write;
    private final String query;
    private final RowView row;
    private final RowFailures failures;
    private final Parameters parameters;
    // Written by the thread that owns the application: where the rows begin that the parameters are of.
    private long[] origins = new long[INITIAL_ROWS];

    /**
     * What is done with each row.
     *
     * @param change made by the store
     * @param parameters computes its parameters of the row
     * @param layout of the parameters
     * @param text what it does, for explanations
     */
    public record Write(StoreChange change, RowProjection parameters, RowLayout layout, String text) {}

    /**
     * The end of a query.
     *
     * @param query its name
     * @param row a cursor of its own
     * @param failures takes rows that fail
     * @param context for compiled code
     */
    public StoreOutput(
            StoreLink link, Write write, String query, RowView row, RowFailures failures, EvalContext context) {
        this.link = link;
        this.write = write;
        this.query = query;
        this.row = row;
        this.failures = failures;
        this.parameters = new Parameters(write.layout(), new SymbolTable(), context);
    }

    @Override
    public void receive(RowRun run) {
        parameters.clear();
        collect(run);
        if (parameters.size() == 0) {
            return;
        }
        try {
            link.apply(write.change(), parameters, (index, cause) -> fail(index, StoreError.refusal(cause)));
        } catch (RuntimeException | Error e) {
            for (int index = 0; index < parameters.size(); index++) {
                fail(index, e);
            }
        }
    }

    private void collect(RowRun run) {
        for (long at = run.begin(); at < run.end(); at += row.length()) {
            row.wrap(at);
            int place = parameters.size();
            if (place == origins.length) {
                origins = Arrays.copyOf(origins, place * 2);
            }
            origins[place] = at;
            try {
                parameters.add(write.parameters(), row);
            } catch (RuntimeException | Error e) {
                failures.rowFailed(query, row, e);
            }
        }
    }

    private void fail(int index, Throwable cause) {
        failures.rowFailed(query, row.wrap(origins[index]), cause);
    }

    @Override
    public String toString() {
        return write.text();
    }
}
