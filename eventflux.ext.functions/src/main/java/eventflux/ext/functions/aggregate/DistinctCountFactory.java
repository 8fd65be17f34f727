package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code distinctCount} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "distinctCount",
        description = "How many different values there are; in the classic dialect null is one of them.",
        signatures = {
            @Signature(takes = DataType.INT, returns = DataType.LONG),
            @Signature(takes = DataType.LONG, returns = DataType.LONG),
            @Signature(takes = DataType.FLOAT, returns = DataType.LONG),
            @Signature(takes = DataType.DOUBLE, returns = DataType.LONG),
            @Signature(takes = DataType.BOOL, returns = DataType.LONG),
            @Signature(takes = DataType.STRING, returns = DataType.LONG)
        },
        examples = "from Trades#window.length(10) select distinctCount(symbol) as result insert into Results;")
public final class DistinctCountFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new DistinctCount(context);
    }
}
