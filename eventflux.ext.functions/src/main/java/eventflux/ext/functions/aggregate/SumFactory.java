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

/** Makes {@code sum} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "sum",
        description =
                "The sum of the values; null over nothing. A sum of whole numbers that does not fit a LONG is an error.",
        signatures = {
            @Signature(takes = DataType.LONG, returns = DataType.LONG),
            @Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)
        },
        examples = "from Trades#window.length(10) select sum(volume) as total insert into Results;")
public final class SumFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return context.returnType() == DataType.LONG
                ? new LongSumAggregator(context.state(), SumResult.SUM)
                : new DoubleSumAggregator(context, SumResult.SUM);
    }

    @Override
    public Optional<Aggregator> beside(Aggregator present, AggregatorContext context) {
        return SumResult.SUM.beside(present);
    }
}
