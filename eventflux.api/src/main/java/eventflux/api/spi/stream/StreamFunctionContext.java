package eventflux.api.spi.stream;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.Timer;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a stream function is made from. To be used while it is created; the handles it gives out live as long as the function. */
@ProviderType
public interface StreamFunctionContext {

    /** The name of the application. */
    String application();

    /** The columns of the rows that will come. */
    Schema schema();

    /**
     * The columns of the rows of arguments: their types are those of the signature that was taken, or the author's own where the
     * signature says OBJECT; their names say nothing.
     */
    Schema arguments();

    /** The constant arguments at the end of the call, boxed, in the types of the signature; never null. */
    List<Object> constants();

    /** The columns that the signature adds. */
    List<Column> added();

    /** All that the function may remember, with containers for rows of the stream. */
    StateFactory state();

    /** The same with containers for rows of arguments, in a space of names of its own. */
    StateFactory argumentState();

    /** The alarm of a {@link StreamProcessor}; whatever else sets it is not told. */
    Timer timer();
}
