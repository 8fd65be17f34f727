package eventflux.bench.json;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;

/** Hands out the source that the measuring thread holds. */
@Extension(kind = ExtensionKind.SOURCE, name = "wire", description = "What the benchmark puts in.")
public final class WireSourceFactory implements SourceFactory {

    /** Called by the service loader. */
    public WireSourceFactory() {}

    @Override
    public Source create(SourceContext context) {
        return Wire.OF_PROCESS;
    }
}
