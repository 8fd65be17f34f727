package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

class UnionSetFactoryTest extends AggregatorContract {

    @Override
    protected AggregatorFactory factory() {
        return new UnionSetFactory();
    }

    @Override
    protected List<AggregatorCase> cases() {
        AggregatorCase union = AggregatorCase.of(
                DataType.OBJECT,
                DataType.OBJECT,
                (present, ever) ->
                        present.stream().flatMap(set -> ((Set<?>) set).stream()).collect(Collectors.toSet()));
        return List.of(
                union.drawing(UnionSetFactoryTest::numbers),
                union.drawing(UnionSetFactoryTest::anything),
                AggregatorCase.of(DataType.STRING, DataType.OBJECT, (present, ever) -> new HashSet<>(present)));
    }

    private static Object numbers(Random random) {
        Set<Object> set = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            set.add(random.nextInt(5));
        }
        return set;
    }

    private static Object anything(Random random) {
        return Set.of(
                "text " + random.nextInt(3), random.nextInt(3) + 0.5, List.of(random.nextInt(3)), random.nextBoolean());
    }
}
