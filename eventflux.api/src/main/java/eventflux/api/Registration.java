package eventflux.api;

import org.osgi.annotation.versioning.ProviderType;

/** Something that was added and can be taken back. */
@ProviderType
@FunctionalInterface
public interface Registration extends AutoCloseable {

    /** Takes it back; a second call does nothing. */
    @Override
    void close();
}
