package eventflux.core.compile.code;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.LongKey;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.FunctionBinding;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ShapeCacheTest {

    private static final int COLLECTIONS = 50;

    private final Schema schema = Schema.of(new Column("s", DataType.STRING));
    private final RowLayout layout = new RowLayout(schema);
    private final Bindings bindings = new Bindings(layout, new SymbolTable());
    private final ExpressionCompiler compiler = new ExpressionCompiler();

    private LongKey key(FunctionBinding function) {
        Expr column = new Expr.ColumnRef(0, 0, DataType.STRING, "s");
        return compiler.longKey(new Expr.Call(function, List.of(column), DataType.INT), bindings);
    }

    // Asks for a collection until it has happened; gives up after a number of times that has always been enough.
    private static boolean happensInTime(BooleanSupplier collected) {
        for (int i = 0; i < COLLECTIONS && !collected.getAsBoolean(); i++) {
            System.gc();
        }
        return collected.getAsBoolean();
    }

    @Test
    void aClassGoesWithItsLastObject() {
        FunctionBinding function = SampleFunctions.binding("length");
        LongKey first = key(function);
        LongKey second = key(function);
        WeakReference<Class<?>> generated = new WeakReference<>(first.getClass());

        first = null;
        System.gc();
        assertThat(second.getClass()).isSameAs(generated.get());
        second = null;

        assertThat(happensInTime(() -> generated.refersTo(null))).isTrue();
    }

    @Test
    void neitherTheCacheNorTheClassHoldsAFunctionThatIsGone() {
        FunctionBinding function = SampleFunctions.binding("length");
        LongKey key = key(function);
        WeakReference<Object> handle = new WeakReference<>(function.handle());

        RowView row = new Values(new SplittableRandom(1)).row(layout, bindings.symbols());

        assertThat(compiler.classesInUse()).isEqualTo(1);
        assertThat(key.isNull(row, new EvalContext())).isFalse();
        function = null;
        key = null;

        assertThat(happensInTime(() -> handle.refersTo(null) && compiler.classesInUse() == 0))
                .isTrue();
    }

    @Test
    void aShapeThatIsGoneIsMadeAnew() {
        FunctionBinding function = SampleFunctions.binding("length");
        WeakReference<Class<?>> generated = new WeakReference<>(key(function).getClass());

        assertThat(happensInTime(() -> generated.refersTo(null))).isTrue();

        assertThat(key(function)).isNotNull();
        assertThat(compiler.classesInUse()).isEqualTo(1);
    }
}
