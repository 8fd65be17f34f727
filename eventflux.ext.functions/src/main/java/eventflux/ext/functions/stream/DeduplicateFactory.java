package eventflux.ext.functions.stream;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.RowSignature;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Makes {@code deduplicate} processors. */
@Component(service = StreamFunctionFactory.class)
@Extension(
        kind = ExtensionKind.STREAM_FUNCTION,
        name = "deduplicate",
        aliases = {"unique:deduplicate", "time:deduplicate"},
        description = "Lets a row pass unless one with the same value has passed less than a time ago.",
        rowSignatures =
                @RowSignature(
                        takes = {DataType.OBJECT, DataType.LONG},
                        constants = 1),
        examples = "from Alarms#deduplicate(machine, 30 sec) select machine insert into News;")
public final class DeduplicateFactory implements StreamFunctionFactory {

    /** Called by the service registry. */
    public DeduplicateFactory() {}

    @Override
    public StreamFunction create(StreamFunctionContext context) {
        long millis = (Long) context.constants().get(0);
        if (millis <= 0) {
            throw new IllegalArgumentException("The time must be longer than nothing.");
        }
        return new Deduplicate(context.argumentState().entryMap("passed", List.of(0)), context.timer(), millis);
    }
}
