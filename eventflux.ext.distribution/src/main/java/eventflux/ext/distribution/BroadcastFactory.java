package eventflux.ext.distribution;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import org.osgi.service.component.annotations.Component;

/** Makes distributions to all. */
@Component(service = DistributionFactory.class)
@Extension(
        kind = ExtensionKind.DISTRIBUTION,
        name = "broadcast",
        description = "Each row goes to all destinations.",
        examples = {
            "@sink(type='inMemory', @distribution(strategy='broadcast', @destination(topic='a'),"
                    + " @destination(topic='b')))"
        })
public final class BroadcastFactory implements DistributionFactory {

    /** Called by the service registry. */
    public BroadcastFactory() {}

    @Override
    public Distribution create(DistributionContext context) {
        return (row, destinations, chosen) -> {
            for (int destination = 0; destination < destinations.count(); destination++) {
                chosen.add(destination);
            }
        };
    }
}
