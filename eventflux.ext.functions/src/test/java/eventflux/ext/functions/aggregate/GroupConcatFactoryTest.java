package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import eventflux.testkit.aggregate.Removal;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class GroupConcatFactoryTest extends AggregatorContract {

    @Override
    protected AggregatorFactory factory() {
        return new GroupConcatFactory();
    }

    @Override
    protected List<AggregatorCase> cases() {
        AggregatorCase commas = joined(",", values -> values).removedBy(Removal.NEVER, Removal.IN_ORDER);
        // Which of two equal values leaves is nothing that an aggregator is told of.
        AggregatorCase different = joined(",", values -> values).drawing(random -> Long.toString(random.nextLong()));
        AggregatorCase distinct = joined(" ", Stream::distinct)
                .calledWith(List.of(DataType.STRING, DataType.BOOL), " ", true)
                .removedBy(Removal.NEVER, Removal.IN_ORDER);
        AggregatorCase sorted = joined("", Stream::sorted)
                .calledWith(List.of(DataType.STRING, DataType.BOOL, DataType.STRING), "", false, "asc");
        AggregatorCase both = joined("; ", values -> values.distinct().sorted(Comparator.reverseOrder()))
                .calledWith(List.of(DataType.STRING, DataType.BOOL, DataType.STRING), "; ", true, "DESC");
        return List.of(commas, different, distinct, sorted, both);
    }

    private static AggregatorCase joined(String separator, UnaryOperator<Stream<String>> form) {
        return AggregatorCase.of(
                DataType.STRING,
                DataType.STRING,
                (present, ever) -> present.isEmpty()
                        ? null
                        : form.apply(present.stream().map(String.class::cast)).collect(Collectors.joining(separator)));
    }
}
