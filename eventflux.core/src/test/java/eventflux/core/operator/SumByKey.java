package eventflux.core.operator;

import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import java.util.ArrayList;
import java.util.List;

/** The parts of {@code select k, sum(v) as total group by k having …} over rows of {@code (k long, v long)}. */
final class SumByKey {

    final SymbolTable symbols = new SymbolTable();
    final RowLayout input = new RowLayout(RowSheet.schema("k long", "v long"));
    final RowLayout layout = new RowLayout(RowSheet.schema("k long", "total long"));
    final EvalContext context = new EvalContext();
    final List<String> failed = new ArrayList<>();
    final List<List<String>> steps = new ArrayList<>();
    final QueryOutput output;
    final KeyedGroups groups;
    final Selection selection;
    private final RowSheet rows = new RowSheet(input, symbols);
    private final RecordStore store = new RecordStore();
    private final RecordPart part = new RecordPart("groups", store);
    private final LongCell total;

    /** Rows whose total is {@code bad} fail in the condition. */
    SumByKey(EmittedRows kinds, long bad) {
        OperatorState state = part.state(new RowArena(), "", input, symbols);
        LongCell members = state.longCell("members", 0);
        total = state.longCell("total", 0);
        groups = new KeyedGroups(
                "groups", store, new LongKeyIndex(new KeyColumn()), new GroupLife(part, members, List.of()));
        selection = new Selection(groups, new Totals(), (row, ignored) -> {
            if (total.get() == bad) {
                throw new IllegalArgumentException("bad total");
            }
            return true;
        });
        output = new QueryOutput(
                new RowBuilder(new RowBatch(layout), symbols),
                (row, ignored, out) -> {
                    out.putLong(0, row.getLong(0));
                    out.putLong(1, total.get());
                },
                context,
                kinds);
        output.add(run -> steps.add(RowSheet.texts(run, layout, symbols)));
    }

    int groupCount() {
        return store.size();
    }

    RowFailures failures() {
        return (where, row, cause) -> failed.add(where + " " + row + " " + cause.getMessage());
    }

    /** A row in memory of its own. */
    RowView row(long time, long key, long value) {
        return rows.add(time, key, value).last();
    }

    private static final class KeyColumn implements LongKey {

        @Override
        public boolean isNull(RowView row, EvalContext context) {
            return row.isNull(0);
        }

        @Override
        public long key(RowView row, EvalContext context) {
            return row.getLong(0);
        }
    }

    private final class Totals implements AggregateUpdate {

        @Override
        public void add(RowView row, EvalContext ignored) {
            total.set(total.get() + row.getLong(1));
        }

        @Override
        public void remove(RowView row, EvalContext ignored) {
            total.set(total.get() - row.getLong(1));
        }
    }
}
