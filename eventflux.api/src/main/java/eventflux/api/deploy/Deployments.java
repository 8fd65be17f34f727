package eventflux.api.deploy;

import eventflux.api.error.Problem;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is deployed on this node. An OSGi service; safe for many threads. */
@ProviderType
public interface Deployments {

    /** Every application text of every installed bundle, running or not, in the order of the bundles and of their headers. */
    List<Deployment> deployments();

    /** The files of the watched folder that were refused and have not changed since, by name. */
    List<Refusal> refusals();

    /** What is wrong with bundles that were stopped, as a thread that one of them has left behind, for as long as it is. */
    default List<Problem> problems() {
        return List.of();
    }
}
