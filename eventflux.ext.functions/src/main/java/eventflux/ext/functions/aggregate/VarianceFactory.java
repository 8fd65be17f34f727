package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code variance} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "variance",
        aliases = {"var_pop", "variancePopulation"},
        description = "The variance of the values as a whole population; null over nothing.",
        signatures = {@Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)},
        examples = "from Trades#window.length(10) select variance(price) as result insert into Results;")
public final class VarianceFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new DeviationAggregator(context.state(), Spread.VARIANCE_OF_POPULATION);
    }
}
