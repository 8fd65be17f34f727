package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code or} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "or",
        aliases = "bool_or",
        description = "Whether any of the values is true.",
        signatures = {@Signature(takes = DataType.BOOL, returns = DataType.BOOL)},
        examples = "from Trades#window.length(10) select or(isFilled) as anyFilled insert into Results;")
public final class OrFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new TruthAggregator(context.state(), TruthAggregator.Quantifier.ANY);
    }
}
