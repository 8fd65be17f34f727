package eventflux.core.operator.store;

import eventflux.api.spi.table.StoreSearch;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import eventflux.core.row.SymbolTable;
import java.util.Optional;
import org.agrona.UnsafeApi;

/** Asks a store for rows, and tests what the store cannot test. What is found bears the time of the row that asks. */
public final class StoreLookup implements RowLookup {

    private final StoreLink link;
    private final StoreQuestion question;
    private final Optional<RowPairPredicate> rest;
    private final Parameters parameters;
    private final RowBatch found;
    private final RowRun run = new RowRun();
    private final RunCursor cursor;
    // Both written by the thread that owns the application.
    private RowView asking;
    private EvalContext context;

    /**
     * What a store is asked.
     *
     * @param search made by the store
     * @param parameters computes its parameters of the row that asks
     * @param layout of the parameters
     * @param text what it says, for explanations
     */
    public record StoreQuestion(StoreSearch search, RowProjection parameters, RowLayout layout, String text) {}

    /**
     * A look-up.
     *
     * @param rest what the store does not test, over the row that asks and a row of the table
     * @param table the layout of the rows of the table
     */
    public StoreLookup(
            StoreLink link,
            StoreQuestion question,
            Optional<RowPairPredicate> rest,
            RowLayout table,
            EvalContext context) {
        // What comes from a store and what goes there are texts, never codes.
        SymbolTable none = new SymbolTable();
        this.link = link;
        this.question = question;
        this.rest = rest;
        this.parameters = new Parameters(question.layout(), none, context);
        this.found = new RowBatch(table);
        this.cursor = new RunCursor(new RowView(table, none));
    }

    @Override
    public void begin(RowView event, EvalContext evalContext) {
        asking = event;
        context = evalContext;
        found.clear();
        ask(event);
        link.find(question.search(), parameters.row(0), found);
        cursor.begin(run.wrap(found));
    }

    private void ask(RowView event) {
        parameters.clear();
        parameters.add(question.parameters(), event);
    }

    @Override
    public RowView next() {
        while (cursor.next()) {
            RowView row = cursor.row();
            stamp(row.address());
            row.timestamp(asking.timestamp());
            if (rest.isEmpty() || rest.get().test(asking, row, context)) {
                return row;
            }
        }
        return null;
    }

    private void stamp(long row) {
        UnsafeApi.putLong(row + RowLayout.TIMESTAMP_OFFSET, asking.timestamp());
        UnsafeApi.putInt(row + RowLayout.FLAGS_OFFSET, 0);
    }

    @Override
    public boolean exists(RowView event, EvalContext evalContext) {
        if (rest.isPresent()) {
            begin(event, evalContext);
            return next() != null;
        }
        ask(event);
        return link.exists(question.search(), parameters.row(0));
    }

    @Override
    public String toString() {
        return question.text() + rest.map(test -> ", then " + test).orElse("");
    }
}
