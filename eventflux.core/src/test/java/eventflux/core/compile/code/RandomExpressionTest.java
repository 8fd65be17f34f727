package eventflux.core.compile.code;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.GroupKey;
import eventflux.core.operator.LongKey;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.RowSelect;
import eventflux.core.resolved.Expr;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import eventflux.core.row.SymbolTable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Random expressions over random rows: generated code answers what the interpreter answers, and its class files are sound. */
class RandomExpressionTest {

    private static final int TREES = 100;
    private static final int ROWS = 12;

    private final SymbolTable symbols = new SymbolTable();
    private final ExpressionCompiler compiler = new ExpressionCompiler(RandomExpressionTest::check);
    private final EvalContext context = new EvalContext();
    private int evaluations;
    private int errors;

    private static void check(byte[] classFile) {
        StringWriter problems = new StringWriter();
        CheckClassAdapter.verify(
                new ClassReader(classFile),
                RandomExpressionTest.class.getClassLoader(),
                false,
                new PrintWriter(problems));
        assertThat(problems.toString()).isEmpty();
    }

    // Enough columns for two words of null bits; every second text column is coded.
    private static RowLayout inputLayout() {
        List<Column> columns = new ArrayList<>();
        BitSet coded = new BitSet();
        for (int i = 0; i < 72; i++) {
            DataType type = ExprGenerator.ROW_TYPES.get(i % 6);
            coded.set(i, type == DataType.STRING && i / 6 % 2 == 0);
            columns.add(new Column("c" + i, type));
        }
        return new RowLayout(new Schema(columns), coded);
    }

    private static List<Aggregator> aggregators(SplittableRandom random) {
        return ExprGenerator.AGGREGATES.stream()
                .map(type ->
                        (Aggregator) new FixedAggregator(random.nextInt(4) == 0 ? null : (double) random.nextInt(2)))
                .toList();
    }

    // Null when the interpreter meets an error: then the code may have gone around it, because it knew the outcome
    // earlier.
    private <T> Optional<T> unlessError(Supplier<T> interpreted) {
        evaluations++;
        try {
            return Optional.of(interpreted.get());
        } catch (ArithmeticException e) {
            errors++;
            return Optional.empty();
        }
    }

    @AfterEach
    void mostEvaluationsWereCompared() {
        assertThat(errors).isLessThanOrEqualTo(evaluations / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void conditionsAnswerWhatTheInterpreterAnswers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowLayout layout = inputLayout();
        for (int tree = 0; tree < TREES; tree++) {
            Expr condition = new ExprGenerator(random, layout.schema()).any(DataType.BOOL, 5);
            List<Aggregator> aggregators = aggregators(random);
            RowPredicate predicate = compiler.predicate(condition, new Bindings(layout, symbols).with(aggregators));
            for (int i = 0; i < ROWS; i++) {
                RowView row = new Values(random).row(layout, symbols);
                context.now(random.nextLong(1_000_000));
                Interpreter interpreter = new Interpreter(row, context, aggregators);
                unlessError(() -> interpreter.isTrue(condition))
                        .ifPresent(expected -> assertThat(predicate.test(row, context))
                                .as("seed=%d %s%n%s%n%s", seed, condition, predicate, row)
                                .isEqualTo(expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void aConditionAndASelectListInOneDoWhatTheyDoApart(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowLayout layout = inputLayout();
        Bindings bindings = new Bindings(layout, symbols).with(aggregators(random));
        for (int tree = 0; tree < TREES / 4; tree++) {
            Expr condition = new ExprGenerator(random, layout.schema()).any(DataType.BOOL, 3);
            List<Expr> columns = columns(random, layout);
            RowLayout output = outputLayout(random, columns);
            RowPredicate predicate = compiler.predicate(condition, bindings);
            RowProjection projection = compiler.projection(columns, output, bindings);
            RowSelect select = compiler.select(condition, columns, output, bindings);
            for (int i = 0; i < ROWS; i++) {
                RowView row = new Values(random).row(layout, symbols);
                unlessError(() -> predicate.test(row, context)
                                ? Arrays.asList(project(projection, output, row))
                                : List.of())
                        .ifPresent(expected -> assertThat(selected(select, output, row))
                                .as("seed=%d %s%n%s", seed, select, row)
                                .isEqualTo(expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {23, 24})
    void aRunGivesWhatItsRowsGiveOneByOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowLayout layout = inputLayout();
        ExprGenerator generator = new ExprGenerator(random, layout.schema());
        int marking = 0;
        for (int tree = 0; tree < TREES; tree++) {
            Expr condition = tree % 4 == 0 ? generator.any(DataType.BOOL, 3) : generator.flat(3);
            List<Expr> columns = columns(random, layout);
            RowLayout output = outputLayout(random, columns);
            Bindings bindings = new Bindings(layout, symbols).with(aggregators(random));
            RowSelect select = compiler.select(condition, columns, output, bindings);
            RowBatch batch = new RowBatch(layout);
            List<Object> oneByOne = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                RowView row = new Values(random).row(layout, symbols);
                batch.append(row.address());
                oneByOne.addAll(selected(select, output, new RowRun().wrap(row), layout));
            }
            assertThat(selected(select, output, new RowRun().wrap(batch), layout))
                    .as("seed=%d %s", seed, select)
                    .isEqualTo(oneByOne);
            marking += marks(select) ? 1 : 0;
        }
        assertThat(marking).isGreaterThan(TREES / 2);
    }

    private static boolean marks(RowSelect select) {
        return Arrays.stream(select.getClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("mark"));
    }

    private List<Object> selected(RowSelect select, RowLayout output, RowView row) {
        return selected(select, output, new RowRun().wrap(row), row.layout());
    }

    // The values of all rows that it gives; rows that fail are passed over, as queries do.
    private List<Object> selected(RowSelect select, RowLayout output, RowRun run, RowLayout layout) {
        RowBatch batch = new RowBatch(output);
        RunCursor rows = new RunCursor(new RowView(layout, symbols));
        rows.begin(run);
        boolean isDone = false;
        while (!isDone) {
            try {
                select.select(rows, context, new RowBuilder(batch, symbols));
                isDone = true;
            } catch (ArithmeticException e) {
                assertThat(rows.row().length()).isPositive();
            }
        }
        List<Object> values = new ArrayList<>();
        RowView made = new RowView(output, symbols);
        for (int at = 0; at < batch.length(); at += made.length()) {
            values.addAll(Arrays.asList(made.wrap(batch.begin() + at).toArray()));
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void selectListsStoreWhatTheInterpreterAnswers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowLayout layout = inputLayout();
        for (int tree = 0; tree < TREES; tree++) {
            List<Expr> columns = columns(random, layout);
            RowLayout output = outputLayout(random, columns);
            List<Aggregator> aggregators = aggregators(random);
            RowProjection projection =
                    compiler.projection(columns, output, new Bindings(layout, symbols).with(aggregators));
            for (int i = 0; i < ROWS; i++) {
                RowView row = new Values(random).row(layout, symbols);
                Interpreter interpreter = new Interpreter(row, context, aggregators);
                unlessError(() -> columns.stream().map(interpreter::evaluate).toArray())
                        .ifPresent(expected -> assertThat(project(projection, output, row))
                                .as("seed=%d %s%n%s%n%s", seed, columns, projection, row)
                                .containsExactly(expected));
            }
        }
    }

    private static List<Expr> columns(SplittableRandom random, RowLayout layout) {
        ExprGenerator generator = new ExprGenerator(random, layout.schema());
        int count = random.nextInt(10) == 0 ? 80 : random.nextInt(1, 6);
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DataType type = ExprGenerator.ROW_TYPES.get(random.nextInt(6));
            columns.add(random.nextInt(3) == 0 ? generator.column(type) : generator.any(type, 4));
        }
        return columns;
    }

    private static RowLayout outputLayout(SplittableRandom random, List<Expr> values) {
        List<Column> columns = new ArrayList<>();
        BitSet coded = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            DataType type = values.get(i).type();
            columns.add(new Column("o" + i, type));
            coded.set(i, type == DataType.STRING && random.nextBoolean());
        }
        return new RowLayout(new Schema(columns), coded);
    }

    private Object[] project(RowProjection projection, RowLayout output, RowView row) {
        RowBatch batch = new RowBatch(output);
        RowBuilder builder = new RowBuilder(batch, symbols);
        builder.begin(row.timestamp(), 0);
        builder.commit();
        builder.begin(row.timestamp(), 0);
        projection.project(row, context, builder);
        builder.commit();
        return new RowView(output, symbols).wrap(batch).wrap(builder.row()).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void keysAreEqualWhenAllTheirValuesAre(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowLayout layout = inputLayout();
        for (int tree = 0; tree < TREES; tree++) {
            List<Expr> all = columns(random, layout);
            List<Expr> keys = all.subList(0, Math.min(3, all.size()));
            Bindings bindings = new Bindings(layout, symbols).with(aggregators(random));
            GroupKey key = compiler.groupKey(keys, bindings);
            List<List<Object>> values = new ArrayList<>();
            List<String> bytes = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                RowView row = new Values(random).row(layout, symbols);
                Interpreter interpreter = new Interpreter(row, context, bindings.aggregators());
                unlessError(() -> normalized(keys, interpreter)).ifPresent(value -> {
                    values.add(value);
                    bytes.add(written(key, row));
                });
            }
            assertThat(matches(bytes)).as("%s%n%s", keys, key).isEqualTo(matches(values));
        }
    }

    // Zero is minus zero in a key, as it is in a comparison.
    private static List<Object> normalized(List<Expr> keys, Interpreter interpreter) {
        List<Object> values = new ArrayList<>();
        for (Expr key : keys) {
            Object value = interpreter.evaluate(key);
            boolean isZero =
                    value instanceof Double number && number == 0 || value instanceof Float single && single == 0;
            values.add(isZero ? "zero" : value);
        }
        return values;
    }

    private String written(GroupKey key, RowView row) {
        UnsafeBuffer out = new UnsafeBuffer(new byte[8]);
        int length = key.write(row, context, out);
        assertThat(length % 8).isZero();
        byte[] bytes = new byte[length];
        out.getBytes(0, bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static List<Boolean> matches(List<?> values) {
        List<Boolean> matches = new ArrayList<>();
        for (Object left : values) {
            for (Object right : values) {
                matches.add(left.equals(right));
            }
        }
        return matches;
    }

    @ParameterizedTest
    @ValueSource(longs = {11})
    void shortKeysAnswerWhatTheInterpreterAnswers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowLayout layout = inputLayout();
        ExprGenerator generator = new ExprGenerator(random, layout.schema());
        for (int tree = 0; tree < TREES; tree++) {
            Expr expression = generator.any(
                    List.of(DataType.INT, DataType.LONG, DataType.BOOL).get(random.nextInt(3)), 4);
            Bindings bindings = new Bindings(layout, symbols).with(aggregators(random));
            LongKey key = compiler.longKey(expression, bindings);
            for (int i = 0; i < ROWS; i++) {
                RowView row = new Values(random).row(layout, symbols);
                Interpreter interpreter = new Interpreter(row, context, bindings.aggregators());
                unlessError(() -> Optional.ofNullable(interpreter.evaluate(expression)))
                        .ifPresent(expected -> {
                            assertThat(key.isNull(row, context)).isEqualTo(expected.isEmpty());
                            expected.ifPresent(
                                    value -> assertThat(key.key(row, context)).isEqualTo(toLong(value)));
                        });
            }
        }
    }

    private static long toLong(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return ((Number) value).longValue();
    }
}
