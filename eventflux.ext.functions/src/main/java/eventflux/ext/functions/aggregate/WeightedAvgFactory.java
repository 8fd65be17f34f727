package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code weightedAvg} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "weightedAvg",
        aliases = {"weighted_avg"},
        description =
                "The mean of values of which each counts as much as its weight, the second argument; null while the weights come to zero.",
        signatures = {
            @Signature(
                    takes = {DataType.DOUBLE, DataType.DOUBLE},
                    returns = DataType.DOUBLE)
        },
        examples = "from Trades#window.length(10) select weightedAvg(price, volume) as vwap insert into Results;")
public final class WeightedAvgFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new WeightedMean(context.state());
    }
}
