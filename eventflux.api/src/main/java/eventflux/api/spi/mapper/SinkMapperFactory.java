package eventflux.api.spi.mapper;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes sink mappers of one format; the service that such an extension registers. */
@ConsumerType
@FunctionalInterface
public interface SinkMapperFactory {

    /** A mapper for one sink. */
    SinkMapper create(MapperContext context);
}
