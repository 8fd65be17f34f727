package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code maxForever} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "maxForever",
        description = "The largest of all values that ever came, of those that have left as well.",
        signatures = {
            @Signature(takes = DataType.INT, returns = DataType.INT),
            @Signature(takes = DataType.LONG, returns = DataType.LONG),
            @Signature(takes = DataType.FLOAT, returns = DataType.FLOAT),
            @Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE),
            @Signature(takes = DataType.STRING, returns = DataType.STRING)
        },
        examples = "from Trades#window.length(10) select maxForever(price) as highest insert into Results;")
public final class MaxForeverFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return Extreme.MAX.ofEver(context);
    }
}
