package eventflux.launcher.node;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** Brings the bundles of a framework in line with files. Used by the starting thread only. */
final class BundleInstaller {

    private final BundleContext context;
    private final String scheme;
    private final Map<Bundle, Origin> installed = new LinkedHashMap<>();

    private BundleInstaller(BundleContext context, String scheme) {
        this.context = context;
        this.scheme = scheme;
    }

    /** For a cache that lasts no longer than the process: jars are read where they lie. */
    static BundleInstaller referencing(BundleContext context) {
        return new BundleInstaller(context, "reference:");
    }

    /** For a cache that stays: jars are copied, so that one may be exchanged or removed between two starts. */
    static BundleInstaller copying(BundleContext context) {
        return new BundleInstaller(context, "");
    }

    /** Installs files that are new and updates those that changed since they were installed. */
    void install(List<Path> jars, ErrorCode refusal) {
        List<Problem> refused = new ArrayList<>();
        for (Path jar : jars) {
            try {
                Bundle bundle = context.installBundle(scheme + jar.toUri());
                if (Files.getLastModifiedTime(jar).toMillis() > bundle.getLastModified()) {
                    bundle.update();
                }
                installed.put(bundle, new Origin(jar, refusal));
            } catch (BundleException | IOException failure) {
                refused.add(Problem.of(refusal, "file", jar, "reason", reasonOf(failure)));
            }
        }
        throwIfAny(refused);
    }

    /** Uninstalls what an earlier start found in the folder and this one does not; what came from elsewhere stays. */
    void removeForgotten(Path folder) throws BundleException {
        String prefix = scheme + folder.toUri();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(prefix) && !installed.containsKey(bundle)) {
                bundle.uninstall();
            }
        }
    }

    /**
     * Starts those that were installed by this object, are not started yet, and are wanted; answers whether there was any. Starts are
     * not remembered: each start of the process decides anew.
     */
    boolean start(Predicate<Bundle> isWanted) {
        List<Bundle> wanted = installed.keySet().stream()
                .filter(bundle -> !isFragment(bundle) && bundle.getState() != Bundle.ACTIVE && isWanted.test(bundle))
                .toList();
        // All at once takes less time than each with what it needs when its turn comes.
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .resolveBundles(wanted);
        withoutContext(() -> startAll(wanted));
        return !wanted.isEmpty();
    }

    private void startAll(List<Bundle> bundles) {
        List<Problem> refused = new ArrayList<>();
        for (Bundle bundle : bundles) {
            try {
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            } catch (BundleException failure) {
                Origin origin = installed.get(bundle);
                refused.add(Problem.of(origin.refusal(), "file", origin.jar(), "reason", reasonOf(failure)));
            }
        }
        throwIfAny(refused);
    }

    // Libraries in bundles that ask the thread's context first then ask themselves, and not the launcher's class path.
    private static void withoutContext(Runnable start) {
        Thread thread = Thread.currentThread();
        ClassLoader ofLauncher = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            start.run();
        } finally {
            thread.setContextClassLoader(ofLauncher);
        }
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    private static String reasonOf(Exception failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason == failure ? failure.getMessage() : failure.getMessage() + " (" + reason + ")";
    }

    private static void throwIfAny(List<Problem> refused) {
        if (!refused.isEmpty()) {
            throw new EventFluxException(refused);
        }
    }

    private record Origin(Path jar, ErrorCode refusal) {}
}
