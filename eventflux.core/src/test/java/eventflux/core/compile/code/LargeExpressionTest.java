package eventflux.core.compile.code;

import static eventflux.core.compile.code.Exprs.arithmetic;
import static eventflux.core.compile.code.Exprs.compare;
import static eventflux.core.compile.code.Exprs.constant;
import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.operator.EvalContext;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Expressions that are too long for one method give the right values all the same, in methods that HotSpot compiles. */
class LargeExpressionTest {

    private static final int LONGEST_COMPILED_METHOD = 8_000;

    private final SymbolTable symbols = new SymbolTable();
    private final Schema schema =
            Schema.of(new Column("a", DataType.INT), new Column("b", DataType.LONG), new Column("s", DataType.STRING));
    private final RowLayout layout = new RowLayout(schema);
    private final Bindings bindings = new Bindings(layout, symbols);
    private final Exprs exprs = new Exprs(schema);
    private final EvalContext context = new EvalContext();
    private final List<Integer> sizes = new ArrayList<>();
    private final ExpressionCompiler compiler = new ExpressionCompiler(this::measure);

    private void measure(byte[] classFile) {
        new ClassReader(classFile).accept(new Measuring(new ClassWriter(0)), 0);
    }

    private final class Measuring extends ClassVisitor {

        Measuring(ClassWriter copy) {
            super(Opcodes.ASM9, copy);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            MethodVisitor copy = super.visitMethod(access, name, type, signature, thrown);
            return new MethodVisitor(Opcodes.ASM9, copy) {
                @Override
                public void visitMaxs(int stack, int locals) {
                    Label end = new Label();
                    visitLabel(end);
                    sizes.add(end.getOffset());
                    super.visitMaxs(stack, locals);
                }
            };
        }
    }

    @AfterEach
    void allMethodsAreShortEnoughToBeCompiled() {
        assertThat(Collections.max(sizes)).isLessThan(LONGEST_COMPILED_METHOD);
    }

    private RowView row(Object a, Object b, Object s) {
        RowBatch batch = new RowBatch(layout);
        RowBuilder builder = new RowBuilder(batch, symbols);
        builder.begin(0, 0);
        Values.put(builder, 0, a);
        Values.put(builder, 1, b);
        Values.put(builder, 2, s);
        builder.commit();
        return new RowView(layout, symbols).wrap(batch);
    }

    private Object[] project(List<Expr> values, RowView row) {
        RowLayout output = new RowLayout(new Schema(IntStream.range(0, values.size())
                .mapToObj(i -> new Column("o" + i, values.get(i).type()))
                .toList()));
        RowProjection projection = compiler.projection(values, output, bindings);
        RowBatch batch = new RowBatch(output);
        RowBuilder builder = new RowBuilder(batch, symbols);
        builder.begin(0, 0);
        projection.project(row, context, builder);
        builder.commit();
        return new RowView(output, symbols).wrap(batch).toArray();
    }

    private Object value(Expr expression, RowView row) {
        return project(List.of(expression), row)[0];
    }

    private Expr oneOf(int count) {
        return new Truth.Logical(
                false,
                IntStream.range(0, count)
                        .mapToObj(i -> compare(exprs.column("a"), ComparisonOperator.EQUAL, constant(i * 2)))
                        .toList(),
                false);
    }

    @Test
    void aListOfThousandsOfAlternatives() {
        RowPredicate predicate = compiler.predicate(oneOf(5_000), bindings);

        assertThat(predicate.test(row(9_998, 0L, ""), context)).isTrue();
        assertThat(predicate.test(row(9_999, 0L, ""), context)).isFalse();
        assertThat(predicate.test(row(null, 0L, ""), context)).isFalse();
        assertThat(value(oneOf(5_000), row(null, 0L, ""))).isNull();
        assertThat(value(oneOf(5_000), row(1, 0L, ""))).isEqualTo(false);
    }

    @Test
    void aSumOfAThousandTerms() {
        Expr sum = exprs.column("b");
        for (int i = 0; i < 1_000; i++) {
            sum = arithmetic(sum, ArithmeticOperator.ADD, exprs.column("b"));
        }

        assertThat(value(sum, row(0, 3L, ""))).isEqualTo(3_003L);
        assertThat(value(sum, row(0, null, ""))).isNull();
    }

    @Test
    void aThousandNestedBrackets() {
        Expr nested = exprs.column("b");
        for (int i = 0; i < 1_000; i++) {
            Expr quotient = arithmetic(nested, ArithmeticOperator.DIVIDE, exprs.column("b"));
            nested = arithmetic(exprs.column("b"), ArithmeticOperator.ADD, quotient);
        }

        assertThat(value(nested, row(0, 5L, ""))).isEqualTo(6L);
        assertThat(value(nested, row(0, 0L, ""))).isNull();
    }

    @Test
    void fiveHundredNestedNegationsOfMixedConditions() {
        Expr nested = compare(exprs.column("a"), ComparisonOperator.EQUAL, constant(1));
        for (int i = 0; i < 500; i++) {
            Expr isB = compare(exprs.column("b"), ComparisonOperator.GREATER, constant((long) i));
            nested = new Truth.Not(new Truth.Logical(i % 2 == 0, List.of(isB, nested), false), false);
        }
        RowView row = row(1, 250L, "");

        assertThat(value(nested, row)).isEqualTo(new Interpreter(row, context, List.of()).evaluate(nested));
    }

    @Test
    void aChoiceOfAThousandBranches() {
        List<Expr> conditions = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            conditions.add(compare(exprs.column("a"), ComparisonOperator.EQUAL, constant(i)));
            values.add(i == 7 ? new Expr.Constant(DataType.STRING, null) : constant("v" + i));
        }
        values.add(exprs.column("s"));
        Expr choice = new Expr.Choice(conditions, values, DataType.STRING);

        assertThat(value(choice, row(0, 0L, "else"))).isEqualTo("v0");
        assertThat(value(choice, row(999, 0L, "else"))).isEqualTo("v999");
        assertThat(value(choice, row(7, 0L, "else"))).isNull();
        assertThat(value(choice, row(null, 0L, "else"))).isEqualTo("else");
    }

    @Test
    void theFirstOfAThousandThatIsNotNull() {
        List<Expr> operands = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            operands.add(arithmetic(exprs.column("a"), ArithmeticOperator.DIVIDE, exprs.column("a")));
        }
        operands.add(constant(-1));

        assertThat(value(new Expr.Coalesce(operands, DataType.INT), row(0, 0L, "")))
                .isEqualTo(-1);
        assertThat(value(new Expr.Coalesce(operands, DataType.INT), row(5, 0L, "")))
                .isEqualTo(1);
    }

    @Test
    void aSelectListOfAThousandColumns() {
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Expr computed = arithmetic(exprs.column("b"), ArithmeticOperator.MULTIPLY, constant((long) i));
            columns.add(i % 3 == 0 ? exprs.column("a") : i % 3 == 1 ? computed : exprs.column("s"));
        }

        Object[] row = project(columns, row(null, 2L, "text"));
        Object[] nulls = project(columns, row(4, null, null));

        for (int i = 0; i < 999; i += 3) {
            assertThat(row).startsWith(null, 2L, "text");
            assertThat(row[i]).isNull();
            assertThat(row[i + 1]).isEqualTo((i + 1) * 2L);
            assertThat(row[i + 2]).isEqualTo("text");
            assertThat(nulls[i]).isEqualTo(4);
            assertThat(nulls[i + 1]).isNull();
            assertThat(nulls[i + 2]).isNull();
        }
    }

    @Test
    void aThousandAggregators() {
        List<AggregateCall> calls = new ArrayList<>();
        List<Aggregator> aggregators = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Expr argument = arithmetic(exprs.column("a"), ArithmeticOperator.ADD, constant(i));
            ExtensionRef name = new ExtensionRef(ExtensionKind.AGGREGATOR, "told");
            calls.add(new AggregateCall(name, List.of(argument), List.of(DataType.INT), DataType.LONG));
            aggregators.add(new FixedAggregator(0.0));
        }

        compiler.aggregateUpdate(calls, bindings.with(aggregators)).add(row(1, 0L, ""), context);

        assertThat(((FixedAggregator) aggregators.get(0)).told).containsExactly("+1");
        assertThat(((FixedAggregator) aggregators.get(999)).told).containsExactly("+1000");
    }

    @Test
    void randomExpressionsOfTenThousandNodes() {
        SplittableRandom random = new SplittableRandom(77);
        Schema all = new Schema(ExprGenerator.ROW_TYPES.stream()
                .map(type -> new Column(type.name(), type))
                .toList());
        List<Aggregator> aggregators = ExprGenerator.AGGREGATES.stream()
                .map(type -> (Aggregator) new FixedAggregator(1.0))
                .toList();
        for (int tree = 0; tree < 6; tree++) {
            ExprGenerator generator = new ExprGenerator(random, all);
            List<Expr> many = IntStream.range(0, 300)
                    .mapToObj(i -> generator.any(DataType.BOOL, 5))
                    .toList();
            Expr condition = new Truth.Logical(tree % 2 == 0, many, tree % 3 == 0);
            RowView row = new Values(random).row(new RowLayout(all), symbols);
            RowPredicate predicate =
                    compiler.predicate(condition, new Bindings(new RowLayout(all), symbols).with(aggregators));
            assertThat(outcome(() -> predicate.test(row, context)))
                    .isEqualTo(outcome(() -> new Interpreter(row, context, aggregators).isTrue(condition)));
        }
    }

    private static Object outcome(java.util.function.BooleanSupplier tested) {
        try {
            return tested.getAsBoolean();
        } catch (ArithmeticException e) {
            return e.getClass();
        }
    }
}
