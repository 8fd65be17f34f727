package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code stdDevSample} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "stdDevSample",
        aliases = {"stddev_samp"},
        description = "The standard deviation of the values as a sample; null over less than two.",
        signatures = {@Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)},
        examples = "from Trades#window.length(10) select stdDevSample(price) as result insert into Results;")
public final class StdDevSampleFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new DeviationAggregator(context.state(), Spread.DEVIATION_OF_SAMPLE);
    }
}
