package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

class TruthsTest {

    @Nested
    class And extends AggregatorContract {

        @Override
        protected AggregatorFactory factory() {
            return new AndFactory();
        }

        @Override
        protected List<AggregatorCase> cases() {
            return List.of(AggregatorCase.of(
                    DataType.BOOL, DataType.BOOL, (present, ever) -> !present.isEmpty() && !present.contains(false)));
        }
    }

    @Nested
    class Or extends AggregatorContract {

        @Override
        protected AggregatorFactory factory() {
            return new OrFactory();
        }

        @Override
        protected List<AggregatorCase> cases() {
            return List.of(AggregatorCase.of(DataType.BOOL, DataType.BOOL, (present, ever) -> present.contains(true)));
        }
    }
}
