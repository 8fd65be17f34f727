package eventflux.testkit.aggregate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.api.spi.state.LongCell;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The contract lets a good aggregator pass and finds the mistakes that it is there for. */
class AggregatorContractTest {

    @Test
    void letsAGoodAggregatorPass() {
        assertThatCode(() -> {
                    Contract contract = new Contract(new Good());
                    contract.describesItself();
                    run(contract, AggregatorContract::declaresItsSignatures);
                    run(contract, AggregatorContract::keepsNothingThatChangesInFields);
                    run(contract, AggregatorContract::answersWhatItsModelAnswersWhenNothingIsRemoved);
                    run(contract, AggregatorContract::answersWhatItsModelAnswersWhenTheOldestIsRemoved);
                    run(contract, AggregatorContract::answersWhatItsModelAnswersWhenAnyIsRemoved);
                    run(contract, AggregatorContract::answersTheSameWhenRestartedAfterEveryChange);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void findsAFieldThatChanges() {
        finds(new CountsInAField(), AggregatorContract::keepsNothingThatChangesInFields, "is not final");
    }

    @Test
    void findsGroupsThatShare() {
        finds(new CountsInAField(), AggregatorContract::answersWhatItsModelAnswersWhenNothingIsRemoved, "expected");
    }

    @Test
    void findsWhatIsLostByARestart() {
        finds(new CountsInAField(), AggregatorContract::answersTheSameWhenRestartedAfterEveryChange, "expected");
    }

    @Test
    void findsARemovalThatHasNoEffect() {
        finds(new NeverTakesBack(), AggregatorContract::answersWhatItsModelAnswersWhenAnyIsRemoved, "expected");
    }

    @Test
    void findsASignatureThatIsNotDeclared() {
        finds(new NeverTakesBack(), AggregatorContract::declaresItsSignatures, "not among");
    }

    private static void finds(
            AggregatorFactory factory, Function<AggregatorContract, Stream<DynamicTest>> check, String message) {
        assertThatThrownBy(() -> run(new Contract(factory), check)).hasMessageContaining(message);
    }

    private static void run(AggregatorContract contract, Function<AggregatorContract, Stream<DynamicTest>> check)
            throws Throwable {
        for (DynamicTest test : check.apply(contract).toList()) {
            test.getExecutable().execute();
        }
    }

    private static final class Contract extends AggregatorContract {

        private final AggregatorFactory factory;

        private Contract(AggregatorFactory factory) {
            this.factory = factory;
        }

        @Override
        protected AggregatorFactory factory() {
            return factory;
        }

        @Override
        protected List<AggregatorCase> cases() {
            return List.of(AggregatorCase.ofRows(DataType.LONG, (present, ever) -> (long) present.size()));
        }
    }

    /** Counts rows. */
    private abstract static class Count implements Aggregator.OfRows {

        abstract void set(long count);

        @Override
        public void add() {
            set(getLong() + 1);
        }

        @Override
        public void remove() {
            set(getLong() - 1);
        }

        @Override
        public void reset() {
            set(0);
        }

        @Override
        public boolean isNull() {
            return false;
        }
    }

    @Extension(
            kind = ExtensionKind.AGGREGATOR,
            name = "good",
            description = "Counts rows.",
            signatures =
                    @Signature(
                            takes = {},
                            returns = DataType.LONG),
            examples = "from S select good() as n insert into O;")
    public static final class Good implements AggregatorFactory {

        @Override
        public Aggregator create(AggregatorContext context) {
            LongCell cell = context.state().longCell("count", 0);
            return new Count() {
                @Override
                void set(long count) {
                    cell.set(count);
                }

                @Override
                public long getLong() {
                    return cell.get();
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.AGGREGATOR, name = "bad", description = "Counts in a field.")
    private static final class CountsInAField implements AggregatorFactory {

        @Override
        public Aggregator create(AggregatorContext context) {
            return new Count() {
                private long present;

                @Override
                void set(long count) {
                    present = count;
                }

                @Override
                public long getLong() {
                    return present;
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.AGGREGATOR, name = "bad", description = "Counts what has left as well.")
    private static final class NeverTakesBack implements AggregatorFactory {

        @Override
        public Aggregator create(AggregatorContext context) {
            LongCell cell = context.state().longCell("count", 0);
            return new Count() {
                @Override
                void set(long count) {
                    cell.set(count);
                }

                @Override
                public void remove() {}

                @Override
                public long getLong() {
                    return cell.get();
                }
            };
        }
    }
}
