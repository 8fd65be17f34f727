package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code percentile} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "percentile",
        aliases = {"percentile_cont"},
        description =
                "The value below which a fraction of the sorted values lies, between two of them in proportion; null over nothing.",
        signatures = {
            @Signature(
                    takes = {DataType.DOUBLE, DataType.DOUBLE},
                    returns = DataType.DOUBLE,
                    constants = 1)
        },
        examples = "from Trades#window.length(10) select percentile(price, 0.95) as result insert into Results;")
public final class PercentileFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new ExactPercentile(context.state(), Fraction.of(context, 0));
    }
}
