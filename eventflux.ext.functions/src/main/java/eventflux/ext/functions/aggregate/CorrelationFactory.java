package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code correlation} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "correlation",
        aliases = {"corr"},
        description = "The correlation coefficient of two values, from -1 to 1; null where one of them does not vary.",
        signatures = {
            @Signature(
                    takes = {DataType.DOUBLE, DataType.DOUBLE},
                    returns = DataType.DOUBLE)
        },
        examples = "from Trades#window.length(10) select correlation(price, volume) as result insert into Results;")
public final class CorrelationFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new RelationAggregator(context.state(), Relation.CORRELATION);
    }
}
