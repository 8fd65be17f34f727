package eventflux.bench.json;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;

/** Hands out the sink that the measuring thread looks at. */
@Extension(kind = ExtensionKind.SINK, name = "wire", description = "What the benchmark counts.")
public final class WireSinkFactory implements SinkFactory {

    /** Called by the service loader. */
    public WireSinkFactory() {}

    @Override
    public Sink create(SinkContext context) {
        return Wire.OF_PROCESS;
    }
}
