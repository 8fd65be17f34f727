package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Makes {@code avg} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "avg",
        description = "The arithmetic mean of the values; null over nothing.",
        signatures = {
            @Signature(takes = DataType.LONG, returns = DataType.DOUBLE),
            @Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)
        },
        examples = "from Trades#window.length(10) select avg(price) as mean insert into Results;")
public final class AvgFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return context.argumentTypes().get(0) == DataType.LONG
                ? new LongSumAggregator(context.state(), SumResult.MEAN)
                : new DoubleSumAggregator(context, SumResult.MEAN);
    }

    @Override
    public Optional<Aggregator> beside(Aggregator present, AggregatorContext context) {
        return SumResult.MEAN.beside(present);
    }
}
