package eventflux.api.spi.mapper;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes source mappers of one format; the service that such an extension registers. */
@ConsumerType
@FunctionalInterface
public interface SourceMapperFactory {

    /** A mapper for one source. */
    SourceMapper create(MapperContext context);
}
