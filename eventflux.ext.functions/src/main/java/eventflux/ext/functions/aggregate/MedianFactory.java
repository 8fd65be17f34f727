package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code median} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "median",
        description = "The middle of the sorted values, or the mean of the two in the middle; null over nothing.",
        signatures = {@Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)},
        examples = "from Trades#window.length(10) select median(price) as result insert into Results;")
public final class MedianFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new ExactPercentile(context.state(), 0.5);
    }
}
