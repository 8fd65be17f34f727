package eventflux.ext.distribution;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import org.osgi.service.component.annotations.Component;

/** Makes distributions that take turns. */
@Component(service = DistributionFactory.class)
@Extension(
        kind = ExtensionKind.DISTRIBUTION,
        name = "roundRobin",
        description = "Each row goes to the next destination that can be reached.",
        examples = {
            "@sink(type='inMemory', @distribution(strategy='roundRobin', @destination(topic='a'),"
                    + " @destination(topic='b')))"
        })
public final class RoundRobinFactory implements DistributionFactory {

    /** Called by the service registry. */
    public RoundRobinFactory() {}

    @Override
    public Distribution create(DistributionContext context) {
        return new RoundRobin();
    }
}
