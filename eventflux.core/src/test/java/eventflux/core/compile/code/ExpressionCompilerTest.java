package eventflux.core.compile.code;

import static eventflux.core.compile.code.Exprs.and;
import static eventflux.core.compile.code.Exprs.arithmetic;
import static eventflux.core.compile.code.Exprs.compare;
import static eventflux.core.compile.code.Exprs.constant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.LongKey;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.RowProjection;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpressionCompilerTest {

    private static final Schema SCHEMA = Schema.of(
            new Column("symbol", DataType.STRING),
            new Column("price", DataType.DOUBLE),
            new Column("volume", DataType.LONG),
            new Column("lots", DataType.INT),
            new Column("note", DataType.STRING));

    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout = new RowLayout(SCHEMA, coded(0));
    private final Bindings bindings = new Bindings(layout, symbols);
    private final ExpressionCompiler compiler = new ExpressionCompiler();
    private final EvalContext context = new EvalContext();
    private final Exprs exprs = new Exprs(SCHEMA);

    private static BitSet coded(int... columns) {
        BitSet coded = new BitSet();
        Arrays.stream(columns).forEach(coded::set);
        return coded;
    }

    private RowView row(Object... values) {
        RowBatch batch = new RowBatch(layout);
        RowBuilder builder = new RowBuilder(batch, symbols);
        builder.begin(1_000, 0);
        for (int i = 0; i < values.length; i++) {
            Values.put(builder, i, values[i]);
        }
        builder.commit();
        return new RowView(layout, symbols).wrap(batch);
    }

    private Object value(Expr expression, RowView row) {
        RowLayout output = new RowLayout(Schema.of(new Column("value", expression.type())));
        RowBatch batch = new RowBatch(output);
        RowBuilder builder = new RowBuilder(batch, symbols);
        builder.begin(0, 0);
        compiler.projection(List.of(expression), output, bindings).project(row, context, builder);
        builder.commit();
        return new RowView(output, symbols).wrap(batch).get(0);
    }

    private Expr above(String column, Object bound) {
        return compare(exprs.column(column), ComparisonOperator.GREATER, constant(bound));
    }

    @Test
    void aFilterPassesOnlyWhatIsTrue() {
        RowPredicate filter = compiler.predicate(and(above("price", 10.0), above("volume", 5L)), bindings);

        assertThat(filter.test(row("a", 11.0, 6L, 1, ""), context)).isTrue();
        assertThat(filter.test(row("a", 10.0, 6L, 1, ""), context)).isFalse();
        assertThat(filter.test(row("a", null, 6L, 1, ""), context)).isFalse();
        assertThat(filter.test(row("a", 11.0, null, 1, ""), context)).isFalse();
    }

    @Test
    void aPairConditionReadsBothRows() {
        Expr risen = compare(column(1, "price"), ComparisonOperator.GREATER, column(0, "price"));
        Expr same = compare(column(1, "symbol"), ComparisonOperator.EQUAL, column(0, "note"));
        RowPairPredicate condition = compiler.pairPredicate(and(risen, same), new Bindings(layout, layout, symbols));

        RowView before = row("x", 10.0, 1L, 1, "ibm");

        assertThat(condition.test(before, row("ibm", 11.0, 1L, 1, ""), context)).isTrue();
        assertThat(condition.test(before, row("ibm", 10.0, 1L, 1, ""), context)).isFalse();
        assertThat(condition.test(before, row("sun", 11.0, 1L, 1, ""), context)).isFalse();
        assertThat(condition.test(before, row(null, 11.0, 1L, 1, ""), context)).isFalse();
    }

    private static Expr column(int input, String name) {
        int index = SCHEMA.indexOf(name);
        return new Expr.ColumnRef(input, index, SCHEMA.column(index).type(), name);
    }

    @Test
    void theListingOfAFilterShowsWhatItReads() {
        RowPredicate filter = compiler.predicate(and(above("price", 10.0), above("volume", 5L)), bindings);

        assertThat(filter)
                .hasToString(
                        "RowPredicate: and((double[1@32] > #0:double), (long[2@40] > #1:long)) fields=[DOUBLE, LONG]");
    }

    @Test
    void expressionsThatDifferInConstantsShareAClass() {
        RowPredicate first = compiler.predicate(above("price", 10.0), bindings);
        RowPredicate second = compiler.predicate(above("price", 20.0), bindings);

        assertThat(second).hasSameClassAs(first);
        assertThat(first.test(row("a", 15.0, 0L, 0, ""), context)).isTrue();
        assertThat(second.test(row("a", 15.0, 0L, 0, ""), context)).isFalse();
    }

    @Test
    void expressionsOverOtherColumnsHaveAnotherClass() {
        RowPredicate first = compiler.predicate(above("volume", 10L), bindings);
        RowPredicate second = compiler.predicate(above("lots", 10), bindings);

        assertThat(second.getClass()).isNotSameAs(first.getClass());
    }

    @Test
    void aCodedColumnIsComparedByTheCodeOfTheConstant() {
        Expr isIbm = compare(exprs.column("symbol"), ComparisonOperator.EQUAL, constant("IBM"));
        RowPredicate filter = compiler.predicate(isIbm, bindings);

        assertThat(filter.toString()).contains("(code[0@24] = #0:int)");
        assertThat(filter.test(row("IBM", 0.0, 0L, 0, ""), context)).isTrue();
        assertThat(filter.test(row("WSO2", 0.0, 0L, 0, ""), context)).isFalse();
    }

    @Test
    void theCodeOfAConstantSurvivesASweep() {
        Expr isIbm = compare(exprs.column("symbol"), ComparisonOperator.EQUAL, constant("IBM"));
        RowPredicate filter = compiler.predicate(isIbm, bindings);

        symbols.sweep(new BitSet());
        symbols.code("other");

        assertThat(filter.test(row("IBM", 0.0, 0L, 0, ""), context)).isTrue();
        assertThat(filter.test(row("other", 0.0, 0L, 0, ""), context)).isFalse();
    }

    @Test
    void aTextInTheRowIsComparedWhereItLies() {
        Expr isBefore = compare(constant("m"), ComparisonOperator.GREATER, exprs.column("note"));
        RowPredicate filter = compiler.predicate(isBefore, bindings);

        assertThat(filter.toString()).contains("(row_bytes[4@56] < #0:bytes)");
        assertThat(filter.test(row("a", 0.0, 0L, 0, "lamp"), context)).isTrue();
        assertThat(filter.test(row("a", 0.0, 0L, 0, "moon"), context)).isFalse();
    }

    @Test
    void wholeNumbersThatLeaveTheirRangeAreAnError() {
        Expr product = arithmetic(exprs.column("volume"), ArithmeticOperator.MULTIPLY, exprs.column("volume"));
        RowView row = row("a", 0.0, Long.MAX_VALUE, 0, "");

        assertThatThrownBy(() -> value(product, row)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theOneQuotientThatDoesNotFitIsAnError() {
        Expr quotient = arithmetic(exprs.column("lots"), ArithmeticOperator.DIVIDE, constant(-1));
        RowView row = row("a", 0.0, 0L, Integer.MIN_VALUE, "");

        assertThatThrownBy(() -> value(quotient, row)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void divisionByZeroIsNull() {
        RowView row = row("a", 0.0, 0L, 7, "");

        for (String divisor : List.of("price", "volume")) {
            Expr number =
                    new Expr.Widen(exprs.column("lots"), exprs.column(divisor).type());
            for (ArithmeticOperator operator : List.of(ArithmeticOperator.DIVIDE, ArithmeticOperator.REMAINDER)) {
                assertThat(value(arithmetic(number, operator, exprs.column(divisor)), row))
                        .isNull();
            }
        }
    }

    @Test
    void aNullColumnWinsOverAnError() {
        Expr product = arithmetic(exprs.column("lots"), ArithmeticOperator.MULTIPLY, exprs.column("lots"));
        Expr sum = arithmetic(new Expr.Widen(product, DataType.LONG), ArithmeticOperator.ADD, exprs.column("volume"));

        assertThat(value(sum, row("a", 0.0, null, Integer.MAX_VALUE, ""))).isNull();
    }

    @Test
    void notANumberIsInNoOrderAndDiffersFromItself() {
        RowView row = row("a", Double.NaN, 0L, 0, "");
        Expr price = exprs.column("price");

        for (ComparisonOperator operator : ComparisonOperator.values()) {
            boolean expected = operator == ComparisonOperator.NOT_EQUAL;
            assertThat(value(compare(price, operator, price), row)).isEqualTo(expected);
            assertThat(value(compare(price, operator, constant(1.0)), row)).isEqualTo(expected);
            assertThat(value(compare(constant(1.0), operator, price), row)).isEqualTo(expected);
        }
    }

    @Test
    void aTextColumnIsCopiedWithoutDecodingIt() {
        RowLayout output =
                new RowLayout(Schema.of(new Column("a", DataType.STRING), new Column("b", DataType.STRING)), coded(0));
        List<Expr> columns = List.of(exprs.column("symbol"), exprs.column("note"));

        RowProjection projection = compiler.projection(columns, output, bindings);

        assertThat(projection).hasToString("RowProjection: 0@24 = copy code[0@24]; 1@32 = row_bytes[4@56];  fields=[]");
    }

    @Test
    void whatIsAskedForAgainIsComputedOnce() {
        Expr fresh = new Expr.Call(SampleFunctions.binding("fresh"), List.of(), DataType.STRING);
        Expr again = new Expr.Again(DataType.STRING);

        RowPredicate itself =
                compiler.predicate(new Expr.Once(fresh, compare(again, ComparisonOperator.EQUAL, again)), bindings);
        RowPredicate another = compiler.predicate(compare(fresh, ComparisonOperator.EQUAL, fresh), bindings);

        RowView row = row("a", 11.0, 6L, 1, "");
        assertThat(itself.test(row, context)).isTrue();
        assertThat(another.test(row, context)).isFalse();
    }

    @Test
    void aFunctionIsCalledDirectly() {
        Expr call = new Expr.Call(
                SampleFunctions.binding("join"), List.of(exprs.column("note"), constant("!")), DataType.STRING);

        assertThat(value(call, row("a", 0.0, 0L, 0, "hi"))).isEqualTo("hi!");
        assertThat(value(call, row("a", 0.0, 0L, 0, null))).isNull();
    }

    @Test
    void whatAFunctionThrowsReachesTheCaller() {
        Expr call = new Expr.Call(SampleFunctions.binding("refuse"), List.of(exprs.column("lots")), DataType.INT);
        RowView row = row("a", 0.0, 0L, 3, "");

        assertThatThrownBy(() -> value(call, row)).hasMessage("refused 3");
    }

    @Test
    void otherFunctionsOfTheSameTypeHaveAnotherClass() {
        Expr first = new Expr.Call(SampleFunctions.binding("length"), List.of(exprs.column("note")), DataType.INT);
        Expr second = new Expr.Call(SampleFunctions.binding("length"), List.of(exprs.column("note")), DataType.INT);

        LongKey one = compiler.longKey(first, bindings);

        assertThat(compiler.longKey(first, bindings)).hasSameClassAs(one);
        assertThat(compiler.longKey(second, bindings).getClass()).isNotSameAs(one.getClass());
    }

    @Test
    void aCodedColumnIsAKeyByItsCode() {
        LongKey key = compiler.longKey(exprs.column("symbol"), bindings);

        assertThat(key.key(row("IBM", 0.0, 0L, 0, ""), context)).isEqualTo(symbols.code("IBM"));
        assertThat(key.isNull(row(null, 0.0, 0L, 0, ""), context)).isTrue();
    }

    @Test
    void onlyWhatFitsALongIsALongKey() {
        assertThat(ExpressionCompiler.fitsLong(exprs.column("symbol"), List.of(layout)))
                .isTrue();
        assertThat(ExpressionCompiler.fitsLong(exprs.column("note"), List.of(layout)))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> compiler.longKey(exprs.column("price"), bindings));
    }

    @Test
    void aggregatorsAreToldOfArgumentsThatAreNotNull() {
        FixedAggregator ofLots = new FixedAggregator(0.0);
        FixedAggregator.OfDoubles ofPrice = new FixedAggregator.OfDoubles();
        FixedAggregator.OfAllRows ofNotes = new FixedAggregator.OfAllRows();
        AggregateUpdate update = compiler.aggregateUpdate(
                List.of(call("lots"), call("price"), call("note")), bindings.with(List.of(ofLots, ofPrice, ofNotes)));

        update.add(row("a", 1.5, 0L, 3, null), context);
        update.add(row("a", null, 0L, 4, null), context);
        update.remove(row("a", 1.5, 0L, null, null), context);

        assertThat(ofLots.told).containsExactly("+3", "+4");
        assertThat(ofPrice.told).containsExactly("+1.5", "-1.5");
        assertThat(ofNotes.rows).isEqualTo(1);
    }

    private AggregateCall call(String column) {
        Expr argument = exprs.column(column);
        ExtensionRef name = new ExtensionRef(ExtensionKind.AGGREGATOR, "told");
        return new AggregateCall(name, List.of(argument), List.of(argument.type()), DataType.LONG);
    }

    @Test
    void anArgumentThatTheAggregatorDoesNotTakeIsRefused() {
        Bindings ofLong = bindings.with(List.of(new FixedAggregator(0.0)));

        assertThatIllegalArgumentException().isThrownBy(() -> compiler.aggregateUpdate(List.of(call("price")), ofLong));
    }

    @Test
    void theTimeOfARowIsTheOneThatItShows() {
        RowView row = row("a", 0.0, 0L, 0, "");
        row.timestamp(42);
        context.now(50);

        assertThat(value(new Expr.EventTimestamp(), row)).isEqualTo(42L);
        assertThat(value(new Expr.Now(), row)).isEqualTo(50L);
    }

    @Test
    void anObjectIsNoKey() {
        RowLayout objects = new RowLayout(Schema.of(new Column("thing", DataType.OBJECT)));
        Expr thing = new Expr.ColumnRef(0, 0, DataType.OBJECT, "thing");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiler.groupKey(List.of(thing), new Bindings(objects, symbols)));
    }

    @Test
    void aSelectListHasOneValueForEachColumn() {
        RowLayout output = new RowLayout(Schema.of(new Column("a", DataType.LONG)));

        assertThatIllegalArgumentException().isThrownBy(() -> compiler.projection(List.of(), output, bindings));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiler.projection(List.of(exprs.column("price")), output, bindings));
    }

    @Test
    void aConditionThatIsKnownNeedsNoRow() {
        Expr unknown = new Expr.Constant(DataType.BOOL, null);

        assertThat(compiler.predicate(constant(true), bindings).test(row(), context))
                .isTrue();
        assertThat(compiler.predicate(constant(false), bindings).test(row(), context))
                .isFalse();
        assertThat(compiler.predicate(unknown, bindings).test(row(), context)).isFalse();
        assertThat(compiler.predicate(new Truth.Not(unknown, true), bindings).test(row(), context))
                .isTrue();
        assertThat(Optional.ofNullable(value(new Truth.Not(unknown, false), row())))
                .isEmpty();
    }
}
