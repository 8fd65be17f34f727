package eventflux.deploy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Does to bundles what their files ask for, and says in a sentence why not. A bundle is known by its location, so an update
 * keeps its id; what an operator stopped stays stopped. Installing, removing and starting are for any thread, a location for one at a
 * time; the rest is for one thread.
 */
final class BundleInstaller {

    private static final long REFRESH_SECONDS = 30;

    /** How the framework names the first requirement that it could not wire. */
    private static final Pattern MISSING =
            Pattern.compile("missing requirement \\[[^]]*]\\([^)]*\\)] ([\\w.]+); (\\S+)|missing requirement (.*)");

    private final BundleContext context;
    private final Publishers publishers;
    private final Set<Bundle> stale = ConcurrentHashMap.newKeySet();

    BundleInstaller(BundleContext context, Publishers publishers) {
        this.context = context;
        this.publishers = publishers;
    }

    /** Installs or updates the bundle of a location; answers it when it is to be started after {@link #refresh}. */
    Optional<Bundle> install(String location) {
        Bundle bundle = context.getBundle(location);
        try (InputStream content = content(location)) {
            return bundle == null ? Optional.of(context.installBundle(location, content)) : update(bundle, content);
        } catch (BundleException | IOException e) {
            throw failure(DeployProblem.BUNDLE_NOT_INSTALLED, location, e);
        }
    }

    // Null where the framework may read it itself. A text carries no code.
    private InputStream content(String location) throws IOException {
        return publishers.areAll() || ApplicationUrlHandler.isText(location)
                ? null
                : publishers.open(URI.create(location));
    }

    /** Removes the bundle of a location and answers what it was, on any thread. */
    Optional<Bundle> uninstall(String location) {
        Bundle bundle = context.getBundle(location);
        try {
            if (bundle != null) {
                bundle.uninstall();
            }
            return Optional.ofNullable(bundle);
        } catch (BundleException e) {
            throw failure(DeployProblem.BUNDLE_NOT_INSTALLED, location, e);
        }
    }

    /** Lets {@link #refresh} take note of a bundle that was removed. */
    void letGo(Bundle bundle) {
        stale.add(bundle);
    }

    /** Lets go of everything that bundles kept of the revisions that were replaced. */
    void refresh() {
        if (stale.isEmpty()) {
            return;
        }
        Set<Bundle> present = Set.copyOf(stale);
        stale.removeAll(present);
        CountDownLatch done = new CountDownLatch(1);
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        wiring.refreshBundles(present, event -> done.countDown());
        try {
            done.await(REFRESH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts a bundle, unless it is a fragment or gone meanwhile, and answers it. */
    Bundle start(Bundle bundle) {
        boolean fragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        if (fragment || bundle.getState() == Bundle.UNINSTALLED) {
            return bundle;
        }
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
            return bundle;
        } catch (BundleException e) {
            boolean unresolved = e.getType() == BundleException.RESOLVE_ERROR;
            throw unresolved ? unresolved(bundle, e) : failure(DeployProblem.BUNDLE_NOT_STARTED, name(bundle), e);
        }
    }

    private Optional<Bundle> update(Bundle bundle, InputStream content) throws BundleException {
        boolean wanted = bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
        bundle.stop(Bundle.STOP_TRANSIENT);
        try {
            bundle.update(content);
            stale.add(bundle);
        } catch (BundleException e) {
            if (wanted) {
                bundle.start(Bundle.START_TRANSIENT);
            }
            throw e;
        }
        return wanted ? Optional.of(bundle) : Optional.empty();
    }

    private static EventFluxException unresolved(Bundle bundle, BundleException e) {
        return new EventFluxException(
                Problem.of(DeployProblem.BUNDLE_UNRESOLVED, "bundle", name(bundle), "needs", missing(e.getMessage())),
                e);
    }

    /** A failure of the framework, with its reason. */
    static EventFluxException failure(DeployProblem problem, String bundle, Exception e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        return new EventFluxException(Problem.of(problem, "bundle", bundle, "reason", message), e);
    }

    private static String missing(String message) {
        Matcher matcher = MISSING.matcher(message);
        if (!matcher.find()) {
            return message;
        }
        return matcher.group(1) == null ? matcher.group(3) : matcher.group(1) + " " + matcher.group(2);
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " [" + bundle.getBundleId() + "]";
    }
}
