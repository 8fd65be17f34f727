package eventflux.testkit.window;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.Arguments;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.window.ReadsNamedColumns;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowMode;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowScript;
import eventflux.testkit.spi.FieldRule;
import eventflux.testkit.spi.TextArguments;
import eventflux.testkit.window.WindowRun.Call;
import eventflux.testkit.window.WindowRun.Manner;
import eventflux.testkit.window.WindowRun.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every window owes the engine. The test of a window extends this class, names its factory and gives some calls,
 * best with a {@linkplain WindowModel model} each; it is then run on many random scripts and compared with itself:
 * restarted between any two calls, with another key in between, with its timer before and after the rows of one time.
 *
 * <p>The times in scripts go up by a few milliseconds a row, so durations of 5 to 50 in the arguments make something
 * happen.
 */
public abstract class WindowContract {

    private static final int SCRIPTS = 60;

    /** The factory of the window under test. */
    protected abstract WindowFactory factory();

    /** The calls to test, at least one. */
    protected abstract List<WindowCase> cases();

    /** The columns that the arguments may name: {@code ts LONG, price DOUBLE, volume INT, symbol STRING}. */
    protected Schema schema() {
        return Schema.of(
                new Column("ts", DataType.LONG),
                new Column("price", DataType.DOUBLE),
                new Column("volume", DataType.INT),
                new Column("symbol", DataType.STRING));
    }

    @Test
    final void describesItself() {
        // given
        ExtensionDescriptor descriptor = ExtensionDescriptor.of(factory().getClass(), "test");

        // then
        assertAll(
                () -> assertEquals(ExtensionKind.WINDOW, descriptor.kind()),
                () -> assertFalse(descriptor.name().isBlank(), "the name is empty"),
                () -> assertTrue(descriptor.description().endsWith("."), "the description is no sentence"),
                () -> assertFalse(descriptor.examples().isEmpty(), "there is no example"),
                () -> assertDoesNotThrow(() -> factory().getClass().getConstructor(), "no public constructor"));
    }

    @TestFactory
    final Stream<DynamicTest> keepsNothingThatChangesInFields() {
        return forEachCase(windowCase -> {
            FieldRule.check(factory());
            FieldRule.check(windowOf(windowCase));
        });
    }

    @TestFactory
    final Stream<DynamicTest> emitsTheSameWhenRestartedBetweenAnyTwoCalls() {
        return forEachScript((windowCase, script) -> assertSame(
                script,
                run(windowCase, Manner.PLAIN, script),
                run(windowCase, Manner.RESTARTED, script),
                "after save and restore"));
    }

    @TestFactory
    final Stream<DynamicTest> keepsKeysApart() {
        return forEachScript((windowCase, script) -> {
            List<Step> together = run(windowCase, Manner.PLAIN, script);
            for (Object key : List.of(RowScript.FIRST_KEY, RowScript.SECOND_KEY)) {
                List<Step> ofKey =
                        together.stream().filter(step -> step.key().equals(key)).toList();
                assertSame(script, run(windowCase, Manner.PLAIN, script.of(key)), ofKey, "with another key in between");
            }
        });
    }

    @TestFactory
    final Stream<DynamicTest> emitsTheSameWhetherTimerOrRowComesFirst() {
        return forEachScript((windowCase, script) -> assertEquals(
                byTime(run(windowCase, Manner.PLAIN, script)),
                byTime(run(windowCase, Manner.ROWS_FIRST, script)),
                () -> "when rows come before the timer of the same time, " + script));
    }

    @TestFactory
    final Stream<DynamicTest> emitsNothingTwiceAndInOrder() {
        return forEachScript((windowCase, script) -> {
            RowScript oneKey = script.asOneKey();
            Window window = windowOf(windowCase);
            for (Use use : List.of(Use.EXPIRED_TOO, Use.CURRENT)) {
                for (Manner manner : List.of(Manner.PLAIN, Manner.LATE_ALARMS)) {
                    List<Step> steps = WindowRun.of(factory(), call(windowCase, use), manner, oneKey);
                    LiveRows live = new LiveRows(window.expiresInOrder(), window.mode());
                    assertDoesNotThrow(() -> live.take(steps), () -> text(steps) + oneKey);
                }
            }
        });
    }

    @TestFactory
    final Stream<DynamicTest> tellsOfNoExpiredRowInABatchWhenNobodyWantsIt() {
        return forEachScript((windowCase, script) -> {
            List<Step> steps = WindowRun.of(factory(), call(windowCase, Use.CURRENT), Manner.PLAIN, script);
            boolean hasExpired = steps.stream()
                    .flatMap(step -> step.emissions().stream())
                    .anyMatch(emission -> emission.kind() == Emission.Kind.EXPIRED);
            boolean isBatch = windowOf(windowCase).mode() == WindowMode.BATCH;
            assertFalse(isBatch && hasExpired, () -> "a reset is enough, in " + text(steps) + script);
        });
    }

    @TestFactory
    final Stream<DynamicTest> emitsTheSameCurrentRowsWhenNobodyWantsExpiredOnes() {
        return forEachScript((windowCase, script) -> assertSame(
                script,
                currentRows(run(windowCase, Manner.PLAIN, script)),
                currentRows(WindowRun.of(factory(), call(windowCase, Use.CURRENT), Manner.PLAIN, script)),
                "when nobody wants expired rows"));
    }

    @TestFactory
    final Stream<DynamicTest> tellsOfTheSameBatchesWhenRowsAreFolded() {
        return forEachScript((windowCase, script) -> {
            RowScript oneKey = script.asOneKey();
            for (Manner manner : List.of(Manner.PLAIN, Manner.RESTARTED, Manner.LATE_ALARMS)) {
                assertSame(
                        oneKey,
                        currentRows(WindowRun.of(factory(), call(windowCase, Use.CURRENT), manner, oneKey)),
                        currentRows(WindowRun.of(factory(), call(windowCase, Use.FOLDED), manner, oneKey)),
                        "when rows are folded");
            }
        });
    }

    /** Of a factory that {@linkplain ReadsNamedColumns says so}; conditions are the engine's. */
    @TestFactory
    final Stream<DynamicTest> readsTheColumnsOnlyThatItsArgumentsName() {
        boolean isPromised = factory().getClass().isAnnotationPresent(ReadsNamedColumns.class);
        return forEachScript((windowCase, script) -> {
            if (isPromised && windowCase.conditions().isEmpty()) {
                assertSame(
                        script,
                        run(windowCase, Manner.PLAIN, script),
                        run(windowCase, Manner.PLAIN, withNamedColumns(windowCase, script)),
                        "when columns that no argument names are null");
            }
        });
    }

    private RowScript withNamedColumns(WindowCase windowCase, RowScript script) {
        ExtensionDescriptor descriptor = ExtensionDescriptor.of(factory().getClass(), "test");
        Arguments arguments = TextArguments.of(windowCase.arguments(), descriptor, schema());
        Set<Integer> named = descriptor.parameters().stream()
                .filter(parameter -> parameter.types().contains(ParameterType.COLUMN))
                .flatMap(parameter -> arguments.getColumns(parameter.name()).stream())
                .collect(Collectors.toSet());
        List<RowScript.Arrival> arrivals = script.arrivals().stream()
                .map(arrival -> new RowScript.Arrival(arrival.at(), arrival.key(), only(named, arrival.row())))
                .toList();
        return new RowScript(script.seed(), arrivals, script.end());
    }

    private static HeapRow only(Set<Integer> columns, HeapRow row) {
        HeapRow pruned = row;
        for (int column = 0; column < row.schema().size(); column++) {
            pruned = columns.contains(column) ? pruned : pruned.with(column, null);
        }
        return pruned;
    }

    @TestFactory
    final Stream<DynamicTest> emitsWhatItsModelEmits() {
        return forEachScript((windowCase, script) -> windowCase.model().ifPresent(model -> {
            RowScript oneKey = script.asOneKey();
            assertSame(oneKey, ModelRun.of(model, oneKey), run(windowCase, Manner.PLAIN, oneKey), "unlike its model");
        }));
    }

    private Stream<DynamicTest> forEachCase(Consumer<WindowCase> check) {
        return cases().stream()
                .map(windowCase -> DynamicTest.dynamicTest(nameOf(windowCase), () -> check.accept(windowCase)));
    }

    private Stream<DynamicTest> forEachScript(BiConsumer<WindowCase, RowScript> check) {
        return forEachCase(windowCase -> LongStream.rangeClosed(1, SCRIPTS)
                .forEach(seed -> check.accept(windowCase, RowScript.random(seed, schema()))));
    }

    private String nameOf(WindowCase windowCase) {
        return ExtensionDescriptor.of(factory().getClass(), "test").qualifiedName() + "(" + windowCase.arguments()
                + ")";
    }

    private Call call(WindowCase windowCase, Use use) {
        return new Call(windowCase.arguments(), schema(), windowCase.conditions(), use);
    }

    private Window windowOf(WindowCase windowCase) {
        return new WindowRun(factory(), call(windowCase, Use.EXPIRED_TOO), Manner.PLAIN).window();
    }

    private List<Step> run(WindowCase windowCase, Manner manner, RowScript script) {
        return WindowRun.of(factory(), call(windowCase, Use.EXPIRED_TOO), manner, script);
    }

    /** What is emitted at one time for one key, as if in one step. */
    private static Map<String, String> byTime(List<Step> steps) {
        Function<Step, String> time = step -> step.at() + " " + step.key();
        return steps.stream()
                .collect(Collectors.groupingBy(
                        time,
                        LinkedHashMap::new,
                        Collectors.flatMapping(
                                step -> step.emissions().stream().map(Emission::toString), Collectors.joining(" "))));
    }

    private static List<Step> currentRows(List<Step> steps) {
        List<Step> result = new ArrayList<>();
        for (Step step : steps) {
            List<Emission> current = step.emissions().stream()
                    .filter(emission -> emission.kind() == Emission.Kind.CURRENT)
                    .toList();
            if (!current.isEmpty()) {
                result.add(new Step(step.at(), step.key(), current));
            }
        }
        return result;
    }

    private static void assertSame(RowScript script, List<Step> expected, List<Step> actual, String when) {
        assertEquals(text(expected), text(actual), () -> when + ", " + script);
    }

    private static String text(List<Step> steps) {
        return steps.stream().map(Step::toString).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
