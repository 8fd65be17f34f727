package eventflux.deploy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * Applications whose bundle is stopped and about to come back, as in an update: they are paused, so that their senders wait and
 * their state stays. Those whose bundle does not come are closed after a while. Safe for many threads.
 */
final class HeldApplications {

    private static final long PATIENCE_SECONDS = 60;

    private final Map<Bundle, List<LiveApplication>> held = new ConcurrentHashMap<>();
    private final Bundle framework;
    private final BiConsumer<Bundle, List<LiveApplication>> close;
    private final ScheduledThreadPoolExecutor patience = new ScheduledThreadPoolExecutor(1, HeldApplications::daemon);

    /**
     * None yet.
     *
     * @param framework the bundle that ends last
     * @param close what is done with those that do not come back
     */
    HeldApplications(Bundle framework, BiConsumer<Bundle, List<LiveApplication>> close) {
        this.framework = framework;
        this.close = close;
        patience.setRemoveOnCancelPolicy(true);
        patience.setKeepAliveTime(1, TimeUnit.SECONDS);
        patience.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "eventflux-held-applications");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Whether a bundle that stops is meant to be active: an update, a refresh. What an operator stops or uninstalls is not, and neither
     * is anything when the framework ends.
     */
    boolean comesBack(Bundle bundle) {
        return framework.getState() == Bundle.ACTIVE
                && bundle.getState() != Bundle.UNINSTALLED
                && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    /** Pauses applications until their bundle is back. */
    void hold(Bundle bundle, List<LiveApplication> applications) {
        held.put(bundle, applications);
        applications.forEach(LiveApplication::hold);
        patience.schedule(() -> giveUp(bundle, applications), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void giveUp(Bundle bundle, List<LiveApplication> applications) {
        if (held.remove(bundle, applications)) {
            close.accept(bundle, applications);
        }
    }

    /** Hands out those of a bundle, which is back. */
    List<LiveApplication> take(Bundle bundle) {
        List<LiveApplication> applications = held.remove(bundle);
        return applications == null ? List.of() : applications;
    }

    /** Closes all. */
    void close() {
        patience.shutdownNow();
        held.forEach(this::giveUp);
    }
}
