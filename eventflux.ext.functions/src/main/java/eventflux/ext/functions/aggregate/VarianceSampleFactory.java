package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code varianceSample} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "varianceSample",
        aliases = {"var_samp"},
        description = "The variance of the values as a sample; null over less than two.",
        signatures = {@Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)},
        examples = "from Trades#window.length(10) select varianceSample(price) as result insert into Results;")
public final class VarianceSampleFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new DeviationAggregator(context.state(), Spread.VARIANCE_OF_SAMPLE);
    }
}
