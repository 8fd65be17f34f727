package eventflux.api.spi.state;

import org.osgi.annotation.versioning.ProviderType;

/** A 64-bit number of the present key. */
@ProviderType
public interface LongCell {

    /** Its value. */
    long get();

    /** Changes it. */
    void set(long value);
}
