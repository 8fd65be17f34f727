package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code stdDev} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "stdDev",
        aliases = {"stddev_pop", "stdDevPopulation"},
        description = "The standard deviation of the values as a whole population; null over nothing.",
        signatures = {@Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)},
        examples = "from Trades#window.length(10) select stdDev(price) as result insert into Results;")
public final class StdDevFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new DeviationAggregator(context.state(), Spread.DEVIATION_OF_POPULATION);
    }
}
