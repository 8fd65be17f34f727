package eventflux.api.spi.state;

import org.osgi.annotation.versioning.ProviderType;

/** A floating-point number of the present key. */
@ProviderType
public interface DoubleCell {

    /** Its value. */
    double get();

    /** Changes it. */
    void set(double value);
}
