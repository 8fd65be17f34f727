package eventflux.api.spi.function;

import org.osgi.annotation.versioning.ProviderType;

/** What a function may ask about the row it is called for, when its first parameter is of this type. */
@ProviderType
public interface FunctionContext {

    /** The application's time, epoch milliseconds. */
    long now();

    /** The time of the row, epoch milliseconds. */
    long eventTimestamp();
}
