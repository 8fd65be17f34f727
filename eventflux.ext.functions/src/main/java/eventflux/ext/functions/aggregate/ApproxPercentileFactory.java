package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code approxPercentile} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "approxPercentile",
        aliases = {"approx_percentile"},
        description =
                "The value below which a fraction of the values lies, off by 1 % of the value at most, or by the accuracy given: "
                        + "cheap in memory however many values there are.",
        signatures = {
            @Signature(
                    takes = {DataType.DOUBLE, DataType.DOUBLE},
                    returns = DataType.DOUBLE,
                    constants = 1),
            @Signature(
                    takes = {DataType.DOUBLE, DataType.DOUBLE, DataType.DOUBLE},
                    returns = DataType.DOUBLE,
                    constants = 2)
        },
        examples = "from Trades#window.length(10) select approxPercentile(price, 0.99) as result insert into Results;")
public final class ApproxPercentileFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new SketchedPercentile(
                context.state(),
                Fraction.of(context, 0),
                context.constants().size() > 1 ? Fraction.of(context, 1) : SketchedPercentile.USUAL_ACCURACY);
    }
}
