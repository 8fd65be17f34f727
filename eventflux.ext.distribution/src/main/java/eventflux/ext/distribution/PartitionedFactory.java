package eventflux.ext.distribution;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;

/** Makes distributions by key. */
@Component(service = DistributionFactory.class)
@Extension(
        kind = ExtensionKind.DISTRIBUTION,
        name = "partitioned",
        description =
                "Rows of one key go to one destination, whether it can be reached or not, so that their order stays.",
        parameters = {
            @Parameter(
                    name = "partition.key",
                    aliases = {"partitionKey", "partition-key", "key"},
                    type = ParameterType.COLUMN,
                    description = "The column whose values are the keys.")
        },
        examples = {
            "@sink(type='inMemory', @distribution(strategy='partitioned', partitionKey='symbol',"
                    + " @destination(topic='a'), @destination(topic='b')))"
        })
public final class PartitionedFactory implements DistributionFactory {

    /** Called by the service registry. */
    public PartitionedFactory() {}

    @Override
    public Distribution create(DistributionContext context) {
        String key = context.settings().getString("partition.key");
        int column = context.schema().indexOf(key);
        if (column < 0) {
            throw new IllegalArgumentException("partition.key=" + key + " is no column of " + context.schema());
        }
        return (row, destinations, chosen) ->
                chosen.add(Math.floorMod(Objects.hashCode(row.get(column)), destinations.count()));
    }
}
