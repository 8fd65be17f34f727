package eventflux.core.compile.code;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.compile.code.term.Term;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.GroupKey;
import eventflux.core.operator.LongKey;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.RowSelect;
import eventflux.core.operator.RowTriplePredicate;
import eventflux.core.operator.ScratchRow;
import eventflux.core.operator.aggregate.ArgumentRows;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.row.RowLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes executable objects of expressions. One an engine, for any thread; an object that it makes is used by one thread at a
 * time, and its {@code toString()} lists what it does: columns as {@code type[column@offset]}, constants and aggregators as
 * {@code #field:kind}, and a {@code !} behind an operator that takes null for false.
 *
 * <p>An expression that cannot be run, such as a key that is an OBJECT, is an {@link IllegalArgumentException}: the analyser
 * lets none pass.
 */
public final class ExpressionCompiler {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final ShapeCache classes = new ShapeCache();
    private final Consumer<byte[]> written;

    /** A compiler that has made no class yet. */
    public ExpressionCompiler() {
        this(classFile -> {});
    }

    /** A compiler that shows each class file before the class is made. */
    ExpressionCompiler(Consumer<byte[]> written) {
        this.written = written;
    }

    /** A filter or having condition. */
    public RowPredicate predicate(Expr condition, Bindings bindings) {
        return predicate(RowPredicate.class, condition, bindings, 1);
    }

    /**
     * A condition over two rows, of a join, a table or a pattern.
     *
     * @param bindings with two inputs
     */
    public RowPairPredicate pairPredicate(Expr condition, Bindings bindings) {
        return predicate(RowPairPredicate.class, condition, bindings, 2);
    }

    /**
     * A condition over the rows of a window.
     *
     * @param bindings with three inputs
     */
    public RowTriplePredicate triplePredicate(Expr condition, Bindings bindings) {
        return predicate(RowTriplePredicate.class, condition, bindings, 3);
    }

    private <T> T predicate(Class<T> type, Expr condition, Bindings bindings, int inputs) {
        requireType(condition, DataType.BOOL);
        Operands operands = new Operands();
        Term term = new Lowering(bindings, operands).lower(condition);
        return make(type, new PredicateBody(term, inputs), operands);
    }

    /**
     * A select list.
     *
     * @param columns one for each column of the output, of its type
     */
    public RowProjection projection(List<Expr> columns, RowLayout output, Bindings bindings) {
        Operands operands = new Operands();
        return make(RowProjection.class, SelectList.body(columns, output, bindings, operands), operands);
    }

    /**
     * A select list over two rows.
     *
     * @param columns one for each column of the output, of its type
     * @param bindings with two inputs
     */
    public RowPairProjection pairProjection(List<Expr> columns, RowLayout output, Bindings bindings) {
        Operands operands = new Operands();
        return make(RowPairProjection.class, SelectList.body(columns, output, bindings, operands), operands);
    }

    /**
     * A condition and a select list in one.
     *
     * @param condition BOOL
     * @param columns as for {@link #projection}
     */
    public RowSelect select(Expr condition, List<Expr> columns, RowLayout output, Bindings bindings) {
        requireType(condition, DataType.BOOL);
        Operands operands = new Operands();
        Term term = new Lowering(bindings, operands).lower(condition);
        ProjectionBody projection = SelectList.body(columns, output, bindings, operands);
        return make(RowSelect.class, new SelectBody(new PredicateBody(term, 1), projection), operands);
    }

    /** Whether {@link #longKey} takes an expression. */
    public static boolean fitsLong(Expr key, List<RowLayout> inputs) {
        return switch (key.type()) {
            case INT, LONG, BOOL -> true;
            case STRING ->
                key instanceof Expr.ColumnRef column
                        && inputs.get(column.input()).isCoded(column.column());
            case FLOAT, DOUBLE, OBJECT -> false;
        };
    }

    /** A key of one expression that is INT, LONG, BOOL or a coded column. */
    public LongKey longKey(Expr key, Bindings bindings) {
        if (!fitsLong(key, bindings.inputs())) {
            throw new IllegalArgumentException("key=" + key + " type=" + key.type());
        }
        Operands operands = new Operands();
        Lowering lowering = new Lowering(bindings, operands);
        Term term = key.type() == DataType.STRING ? lowering.texts().code(key).orElseThrow() : lowering.lower(key);
        return make(LongKey.class, new LongKeyBody(term), operands);
    }

    /** A key of any expressions. */
    public GroupKey groupKey(List<Expr> keys, Bindings bindings) {
        Operands operands = new Operands();
        Lowering lowering = new Lowering(bindings, operands);
        List<Term> terms = keys.stream().map(key -> keyTerm(key, lowering)).toList();
        return make(GroupKey.class, new GroupKeyBody(terms), operands);
    }

    private static Term keyTerm(Expr key, Lowering lowering) {
        requireRowType(key);
        if (key instanceof Expr.ColumnRef && key.type() == DataType.STRING) {
            return lowering.texts().keyed(key);
        }
        return lowering.lower(key);
    }

    /**
     * The aggregator calls of a selection.
     *
     * @param bindings with one aggregator for each call
     */
    public AggregateUpdate aggregateUpdate(List<AggregateCall> calls, Bindings bindings) {
        Operands operands = new Operands();
        AggregateUpdate update = make(AggregateUpdate.class, AggregateCalls.body(calls, bindings, operands), operands);
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).hasSeveralArguments()) {
                update = new ArgumentRows(
                        update, argumentRow(calls.get(i).arguments(), bindings), (Aggregator.OfArguments)
                                bindings.aggregators().get(i));
            }
        }
        return update;
    }

    private ScratchRow argumentRow(List<Expr> arguments, Bindings bindings) {
        List<Column> columns = new ArrayList<>();
        for (Expr argument : arguments) {
            columns.add(new Column("argument" + columns.size(), argument.type()));
        }
        RowLayout layout = new RowLayout(new Schema(columns));
        return new ScratchRow(projection(arguments, layout, bindings), layout, bindings.symbols());
    }

    /** How many classes are in use, or have been until a moment ago. */
    public int classesInUse() {
        return classes.size();
    }

    static void requireType(Expr expression, DataType type) {
        if (expression.type() != type) {
            throw new IllegalArgumentException("type=" + expression.type() + " needed=" + type + " in " + expression);
        }
    }

    static void requireRowType(Expr expression) {
        if (expression.type() == DataType.OBJECT) {
            throw new IllegalArgumentException("type=" + expression.type() + " in " + expression);
        }
    }

    private <T> T make(Class<T> type, ClassBody body, Operands operands) {
        StringBuilder listing = new StringBuilder(type.getSimpleName()).append(": ");
        body.print(listing);
        listing.append(" fields=").append(operands.kinds());
        Class<?> shape = shape(body, operands, listing.toString());
        try {
            return type.cast(shape.getDeclaredConstructor(Object[].class).newInstance((Object) operands.values()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated class has no usable constructor: " + listing, e);
        }
    }

    private Class<?> shape(ClassBody body, Operands operands, String listing) {
        List<MethodHandle> handles = operands.handles();
        return classes.find(listing, handles).orElseGet(() -> {
            byte[] classFile = ClassCode.write(body, operands.kinds(), listing);
            written.accept(classFile);
            return classes.put(listing, handles, define(classFile, handles));
        });
    }

    private static Class<?> define(byte[] classFile, List<MethodHandle> handles) {
        try {
            return handles.isEmpty()
                    ? LOOKUP.defineHiddenClass(classFile, true).lookupClass()
                    : LOOKUP.defineHiddenClassWithClassData(classFile, handles, true)
                            .lookupClass();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class may not be defined in its own package", e);
        }
    }
}
