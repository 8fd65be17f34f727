package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code and} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "and",
        aliases = "bool_and",
        description = "Whether there are values and all of them are true.",
        signatures = {@Signature(takes = DataType.BOOL, returns = DataType.BOOL)},
        examples = "from Trades#window.length(10) select and(isFilled) as allFilled insert into Results;")
public final class AndFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new TruthAggregator(context.state(), TruthAggregator.Quantifier.ALL);
    }
}
