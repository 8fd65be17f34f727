package eventflux.testkit.aggregate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.spi.FieldRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every aggregator owes the engine. The test of an aggregator extends this class, names its factory and gives its
 * signatures with a {@linkplain AggregatorModel model} each; it is then compared with the model after every change, in
 * two groups by turns, and with itself when it is made anew after every change.
 */
public abstract class AggregatorContract {

    private static final int SCRIPTS = 40;

    /** The factory of the aggregator under test. */
    protected abstract AggregatorFactory factory();

    /** The signatures to test, at least one. */
    protected abstract List<AggregatorCase> cases();

    @Test
    final void describesItself() {
        // given
        ExtensionDescriptor descriptor = descriptor();

        // then
        assertAll(
                () -> assertEquals(ExtensionKind.AGGREGATOR, descriptor.kind()),
                () -> assertFalse(descriptor.name().isBlank(), "the name is empty"),
                () -> assertTrue(descriptor.description().endsWith("."), "the description is no sentence"),
                () -> assertFalse(descriptor.examples().isEmpty(), "there is no example"),
                () -> assertDoesNotThrow(() -> factory().getClass().getConstructor(), "no public constructor"));
    }

    @TestFactory
    final Stream<DynamicTest> declaresItsSignatures() {
        return forEachCase(aggregatorCase -> assertTrue(
                descriptor()
                        .signatures()
                        .contains(new SignatureDescriptor(
                                aggregatorCase.takes(),
                                aggregatorCase.returns(),
                                false,
                                aggregatorCase.constants().size())),
                "not among " + descriptor().signatures()));
    }

    @TestFactory
    final Stream<DynamicTest> keepsNothingThatChangesInFields() {
        return forEachCase(aggregatorCase -> {
            for (Removal removal : Removal.values()) {
                FieldRule.check(factory());
                FieldRule.check(new AggregatorProbe(factory(), aggregatorCase, removal).aggregator());
            }
        });
    }

    @TestFactory
    final Stream<DynamicTest> answersWhatItsModelAnswersWhenNothingIsRemoved() {
        return forEachScript(Removal.NEVER, AggregatorScript::checkAgainstModel);
    }

    @TestFactory
    final Stream<DynamicTest> answersWhatItsModelAnswersWhenTheOldestIsRemoved() {
        return forEachScript(Removal.IN_ORDER, AggregatorScript::checkAgainstModel);
    }

    @TestFactory
    final Stream<DynamicTest> answersWhatItsModelAnswersWhenAnyIsRemoved() {
        return forEachScript(Removal.ANY_ORDER, AggregatorScript::checkAgainstModel);
    }

    @TestFactory
    final Stream<DynamicTest> answersTheSameWhenRestartedAfterEveryChange() {
        return Stream.of(Removal.values())
                .flatMap(removal -> forEachScript(removal, AggregatorScript::checkAgainstItselfRestarted));
    }

    @TestFactory
    final Stream<DynamicTest> answersForAllRowsWhenTwoAreMerged() {
        return forEachScript(Removal.NEVER, AggregatorScript::checkMerged);
    }

    private Stream<DynamicTest> forEachScript(Removal removal, Consumer<AggregatorScript> check) {
        return forEachCase(aggregatorCase -> {
            for (long seed = 1; seed <= SCRIPTS && aggregatorCase.removals().contains(removal); seed++) {
                check.accept(new AggregatorScript(factory(), aggregatorCase, removal, seed));
            }
        });
    }

    private Stream<DynamicTest> forEachCase(Consumer<AggregatorCase> check) {
        return cases().stream()
                .map(aggregatorCase ->
                        DynamicTest.dynamicTest(nameOf(aggregatorCase), () -> check.accept(aggregatorCase)));
    }

    private String nameOf(AggregatorCase aggregatorCase) {
        return descriptor().qualifiedName() + aggregatorCase.takes() + " -> " + aggregatorCase.returns();
    }

    private ExtensionDescriptor descriptor() {
        return ExtensionDescriptor.of(factory().getClass(), "test");
    }
}
