package eventflux.core.compile.code;

import static eventflux.core.compile.code.Exprs.and;
import static eventflux.core.compile.code.Exprs.arithmetic;
import static eventflux.core.compile.code.Exprs.compare;
import static eventflux.core.compile.code.Exprs.constant;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.GroupKey;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.RowProjection;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final int ROWS = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Schema schema = Schema.of(
            new Column("price", DataType.DOUBLE),
            new Column("volume", DataType.LONG),
            new Column("note", DataType.STRING));
    private final Exprs exprs = new Exprs(schema);
    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout = new RowLayout(schema);
    private final Bindings bindings = new Bindings(layout, symbols);
    private final EvalContext context = new EvalContext();

    private RowView row() {
        RowBatch batch = new RowBatch(layout);
        RowBuilder builder = new RowBuilder(batch, symbols);
        builder.begin(0, 0);
        builder.putDouble(0, 12.5);
        builder.putLong(1, 100);
        builder.putText(2, "a note of some length");
        builder.commit();
        return new RowView(layout, symbols).wrap(batch);
    }

    @Test
    void rowsAreFilteredProjectedAndKeyedWithoutAllocation() {
        ExpressionCompiler compiler = new ExpressionCompiler();
        Expr price = exprs.column("price");
        RowPredicate filter = compiler.predicate(
                and(
                        compare(price, ComparisonOperator.GREATER, constant(10.0)),
                        compare(exprs.column("note"), ComparisonOperator.GREATER, constant("a"))),
                bindings);
        Expr value =
                arithmetic(price, ArithmeticOperator.MULTIPLY, new Expr.Widen(exprs.column("volume"), DataType.DOUBLE));
        RowLayout output =
                new RowLayout(Schema.of(new Column("value", DataType.DOUBLE), new Column("note", DataType.STRING)));
        RowProjection projection = compiler.projection(List.of(value, exprs.column("note")), output, bindings);
        GroupKey key = compiler.groupKey(List.of(exprs.column("note"), price), bindings);
        RowBatch batch = new RowBatch(output);
        RowBuilder builder = new RowBuilder(batch, symbols);
        UnsafeBuffer keyBytes = new UnsafeBuffer(new byte[256]);
        RowView row = row();
        Runnable step = () -> {
            batch.clear();
            if (filter.test(row, context) && key.write(row, context, keyBytes) > 0) {
                builder.begin(0, 0);
                projection.project(row, context, builder);
                builder.commit();
            }
        };

        allocated(step);

        // The first measured run may still meet the compiler; none of the later ones may allocate by the row.
        assertThat(Math.min(allocated(step), allocated(step))).isLessThan(ROWS);
    }

    private long allocated(Runnable step) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROWS; i++) {
            step.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
