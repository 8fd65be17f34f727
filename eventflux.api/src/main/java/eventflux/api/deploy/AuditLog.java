package eventflux.api.deploy;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What happened to the bundles of a node, over its restarts. An OSGi service; safe for many threads. */
@ProviderType
public interface AuditLog {

    /** Where it is kept; empty when nothing is. */
    String place();

    /**
     * The newest entries, oldest first.
     *
     * @param most how many at most
     */
    List<AuditEntry> latest(int most) throws IOException;
}
