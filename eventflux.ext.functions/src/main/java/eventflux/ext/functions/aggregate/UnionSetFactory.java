package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code unionSet} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "unionSet",
        description = "The set of all values that are in any of the sets, or of all texts; empty over nothing.",
        signatures = {
            @Signature(takes = DataType.STRING, returns = DataType.OBJECT),
            @Signature(takes = DataType.OBJECT, returns = DataType.OBJECT)
        },
        examples =
                "from Baskets#window.time(1 hour) select unionSet(createSet(product)) as products insert into Results;")
public final class UnionSetFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return context.argumentTypes().get(0) == DataType.STRING
                ? new TextUnion(context.state())
                : new UnionSet(context.state());
    }
}
