package eventflux.api.deploy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The bundles that a node knows of and that are not started: those that are installed, and those of its repository. An OSGi service;
 * safe for many threads. Reads folders and indexes when it is asked.
 */
@ProviderType
public interface KnownBundles {

    /**
     * The bundles that would provide an extension, or another that may be meant by its name ({@link ExtensionKind#calledAlike()}), the highest
     * version first, of equal ones the one that is installed.
     *
     * @param versions the ranges of versions that are admitted, by symbolic name; bundles that are not named are free
     */
    List<KnownBundle> providing(ExtensionName extension, Map<String, String> versions);

    /**
     * Installs a bundle, and what it needs and nobody provides, and starts it.
     *
     * @return what was started, the bundle last
     * @throws EventFluxException when it is gone, refused, or needs what is not known
     */
    List<KnownBundle> start(KnownBundle bundle);

    /** Why the repository cannot be asked; empty when it can, or there is none. */
    default List<Problem> problems() {
        return List.of();
    }
}
