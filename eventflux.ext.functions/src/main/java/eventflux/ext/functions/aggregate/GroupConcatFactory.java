package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code groupConcat} aggregators. */
@Component(service = AggregatorFactory.class)
@Extension(
        kind = ExtensionKind.AGGREGATOR,
        name = "groupConcat",
        aliases = {"str:groupConcat", "group_concat", "string_agg"},
        description =
                "All texts joined, in the order in which they came: with a comma or another text between them, equal ones once if"
                        + " asked, sorted 'asc' or 'desc' if asked; null over nothing.",
        signatures = {
            @Signature(takes = DataType.STRING, returns = DataType.STRING),
            @Signature(
                    takes = {DataType.STRING, DataType.STRING},
                    returns = DataType.STRING,
                    constants = 1),
            @Signature(
                    takes = {DataType.STRING, DataType.STRING, DataType.BOOL},
                    returns = DataType.STRING,
                    constants = 2),
            @Signature(
                    takes = {DataType.STRING, DataType.STRING, DataType.BOOL, DataType.STRING},
                    returns = DataType.STRING,
                    constants = 3)
        },
        examples =
                "from Trades#window.length(10) select groupConcat(symbol, ' ', true, 'asc') as symbols insert into Results;")
public final class GroupConcatFactory implements AggregatorFactory {

    @Override
    public Aggregator create(AggregatorContext context) {
        return new GroupConcat(context.state(), GroupConcat.Form.of(context.constants()));
    }
}
