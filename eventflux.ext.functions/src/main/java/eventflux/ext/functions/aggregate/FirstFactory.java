package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code first} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "first",
        description = "The oldest value that is not null; null over nothing.",
        signatures = {
            @Signature(takes = DataType.INT, returns = DataType.INT),
            @Signature(takes = DataType.LONG, returns = DataType.LONG),
            @Signature(takes = DataType.FLOAT, returns = DataType.FLOAT),
            @Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE),
            @Signature(takes = DataType.BOOL, returns = DataType.BOOL),
            @Signature(takes = DataType.STRING, returns = DataType.STRING)
        },
        examples = "from Trades#window.length(10) select first(price) as result insert into Results;")
public final class FirstFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return End.FIRST.of(context);
    }
}
