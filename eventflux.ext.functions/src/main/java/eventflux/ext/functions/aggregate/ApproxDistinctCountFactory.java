package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code approxDistinctCount} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "approxDistinctCount",
        aliases = {"approx_distinct_count", "approx_count_distinct"},
        description =
                "About how many different values there are: off by 2 % as a rule, and bounded in memory however many there are.",
        signatures = {
            @Signature(takes = DataType.INT, returns = DataType.LONG),
            @Signature(takes = DataType.LONG, returns = DataType.LONG),
            @Signature(takes = DataType.FLOAT, returns = DataType.LONG),
            @Signature(takes = DataType.DOUBLE, returns = DataType.LONG),
            @Signature(takes = DataType.BOOL, returns = DataType.LONG),
            @Signature(takes = DataType.STRING, returns = DataType.LONG)
        },
        examples = "from Trades#window.length(10) select approxDistinctCount(symbol) as result insert into Results;")
public final class ApproxDistinctCountFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new SketchedDistinctCount(context);
    }
}
