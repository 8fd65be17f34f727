package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code covariance} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "covariance",
        aliases = {"covar_pop", "covariancePopulation"},
        description = "The covariance of two values as a whole population; null over nothing.",
        signatures = {
            @Signature(
                    takes = {DataType.DOUBLE, DataType.DOUBLE},
                    returns = DataType.DOUBLE)
        },
        examples = "from Trades#window.length(10) select covariance(price, volume) as result insert into Results;")
public final class CovarianceFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new RelationAggregator(context.state(), Relation.COVARIANCE_OF_POPULATION);
    }
}
