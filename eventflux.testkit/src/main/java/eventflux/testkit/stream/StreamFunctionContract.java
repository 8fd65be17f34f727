package eventflux.testkit.stream;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.stream.RowFunction;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.testkit.row.RowScript;
import eventflux.testkit.spi.FieldRule;
import eventflux.testkit.stream.StreamFunctionRun.Passed;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every stream function owes the engine. The test of one extends this class, names its factory and gives some calls; it is then
 * run on many random scripts and compared with itself: restarted between any two calls, and with another key in between. What it
 * computes is for tests of its own, best with a {@link StreamFunctionProbe}.
 */
public abstract class StreamFunctionContract {

    private static final int SCRIPTS = 60;

    /** The factory of the function under test. */
    protected abstract StreamFunctionFactory factory();

    /** The calls to test, at least one. */
    protected abstract List<StreamFunctionCase> cases();

    /** The columns that the arguments may name: {@code ts LONG, price DOUBLE, volume INT, symbol STRING, open BOOL}. */
    protected Schema schema() {
        return Schema.of(
                new Column("ts", DataType.LONG),
                new Column("price", DataType.DOUBLE),
                new Column("volume", DataType.INT),
                new Column("symbol", DataType.STRING),
                new Column("open", DataType.BOOL));
    }

    @Test
    final void describesItself() {
        // given
        ExtensionDescriptor descriptor = ExtensionDescriptor.of(factory().getClass(), "test");

        // then
        assertAll(
                () -> assertEquals(ExtensionKind.STREAM_FUNCTION, descriptor.kind()),
                () -> assertFalse(descriptor.name().isBlank(), "the name is empty"),
                () -> assertTrue(descriptor.description().endsWith("."), "the description is no sentence"),
                () -> assertFalse(descriptor.examples().isEmpty(), "there is no example"),
                () -> assertFalse(descriptor.rowSignatures().isEmpty(), "there is no signature"),
                () -> assertDoesNotThrow(() -> factory().getClass().getConstructor(), "no public constructor"));
    }

    @TestFactory
    final Stream<DynamicTest> keepsNothingThatChangesInFields() {
        return forEachCase(tested -> {
            FieldRule.check(factory());
            FieldRule.check(new StreamFunctionRun(factory(), tested, schema(), false).function());
        });
    }

    @TestFactory
    final Stream<DynamicTest> emitsTheSameWhenRestartedBetweenAnyTwoCalls() {
        return forEachScript((tested, script) -> assertEquals(
                text(run(tested, script, false)),
                text(run(tested, script, true)),
                () -> "after save and restore, " + script));
    }

    @TestFactory
    final Stream<DynamicTest> keepsKeysApart() {
        return forEachScript((tested, script) -> {
            List<Passed> together = run(tested, script, false);
            for (Object key : List.of(RowScript.FIRST_KEY, RowScript.SECOND_KEY)) {
                List<Passed> ofKey = together.stream()
                        .filter(passed -> passed.key().equals(key))
                        .toList();
                assertEquals(
                        text(run(tested, script.of(key), false)),
                        text(ofKey),
                        () -> "with another key in between, " + script);
            }
        });
    }

    @TestFactory
    final Stream<DynamicTest> takesBackWhatItHasAdded() {
        return forEachScript((tested, script) -> {
            StreamFunctionRun run = new StreamFunctionRun(factory(), tested, schema(), false);
            if (run.function() instanceof RowFunction) {
                script.arrivals().forEach(run::arrive);
                List<Passed> came = List.copyOf(run.passed());
                script.arrivals().forEach(run::expire);
                List<Passed> left =
                        run.passed().subList(came.size(), run.passed().size());
                assertEquals(
                        came.stream().map(passed -> "-" + passed.text()).toList(),
                        left.stream().map(Passed::text).toList(),
                        () -> "when rows leave, " + script);
            }
        });
    }

    private List<Passed> run(StreamFunctionCase tested, RowScript script, boolean isRestarted) {
        return StreamFunctionRun.of(factory(), tested, script, schema(), isRestarted);
    }

    private Stream<DynamicTest> forEachCase(Consumer<StreamFunctionCase> check) {
        return cases().stream()
                .map(tested -> DynamicTest.dynamicTest(
                        ExtensionDescriptor.of(factory().getClass(), "test").qualifiedName() + " " + tested,
                        () -> check.accept(tested)));
    }

    private Stream<DynamicTest> forEachScript(BiConsumer<StreamFunctionCase, RowScript> check) {
        return forEachCase(tested -> LongStream.rangeClosed(1, SCRIPTS)
                .forEach(seed -> check.accept(tested, RowScript.random(seed, schema()))));
    }

    private static String text(List<Passed> all) {
        return all.stream().map(Passed::toString).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
