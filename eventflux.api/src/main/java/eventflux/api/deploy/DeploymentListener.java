package eventflux.api.deploy;

import eventflux.api.error.Problem;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what happens to deployments. Registered as an OSGi service. Called by the thread that started or stopped the bundle,
 * before its call returns, or by one of its own where a start takes longer than anybody waits for it; must not block.
 */
@ConsumerType
public interface DeploymentListener {

    /** An application's bundle was started: the application runs or waits, or {@link Deployment#isBroken} and does not. */
    void deployed(Deployment deployment);

    /** An application's bundle was stopped, and the application is closed. */
    void withdrawn(Deployment deployment);

    /** A file of the watched folder was refused. */
    void refused(Refusal refusal);

    /** Something is wrong with a bundle that was stopped, some time after, or its applications do not come to an end of their start. */
    default void noticed(Problem problem) {}
}
