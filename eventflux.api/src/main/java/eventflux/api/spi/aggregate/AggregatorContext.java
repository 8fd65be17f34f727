package eventflux.api.spi.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.state.StateFactory;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What an aggregator is made from. */
@ProviderType
public interface AggregatorContext {

    /** The argument types of the signature that was taken, those of constants among them. */
    List<DataType> argumentTypes();

    /** The constant arguments at the end of the call, boxed, in the types of the signature; never null. */
    List<Object> constants();

    /** The result type of the signature that was taken. */
    DataType returnType();

    /** All that the aggregator may remember; of the present group. */
    StateFactory state();

    /** Whether values will be removed one by one; if not, only {@link Aggregator#reset} takes them back. */
    boolean removes();

    /** Whether values are removed in the order in which they were added. */
    boolean removesInOrder();
}
