package eventflux.deploy;

import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Names the threads that a bundle of extensions leaves behind when it stops: those that its classes run in, or that were begun with its
 * class loader. They keep all of its classes in memory, and what they do next nobody expects.
 */
@Component(service = LeftThreads.class, immediate = true)
public final class LeftThreads implements SynchronousBundleListener {

    /** A thread that was told to end may take a moment. */
    private static final long USUAL_GRACE_MILLIS = 3_000;

    private final BundleContext context;
    private final DeploymentJournal journal;
    private final long graceMillis;
    private final Executor waiting;

    /** Looks from now on. */
    @Activate
    public LeftThreads(BundleContext context, @Reference DeploymentJournal journal) {
        this(context, journal, USUAL_GRACE_MILLIS, LeftThreads::daemon);
    }

    /**
     * Looks from now on.
     *
     * @param waiting where threads that go on are waited for
     */
    LeftThreads(BundleContext context, DeploymentJournal journal, long graceMillis, Executor waiting) {
        this.context = context;
        this.journal = journal;
        this.graceMillis = graceMillis;
        this.waiting = waiting;
        context.addBundleListener(this);
    }

    /** Looks no more. */
    @Deactivate
    public void close() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED && BundleAudit.concernsUs(event.getBundle()) && !isNodeStopping()) {
            look(event.getBundle());
        }
    }

    private boolean isNodeStopping() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() != Bundle.ACTIVE;
    }

    private void look(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return;
        }
        List<Left> left = new ArrayList<>();
        for (Map.Entry<Thread, StackTraceElement[]> live :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = live.getKey();
            if (thread != Thread.currentThread()) {
                place(thread, live.getValue(), wiring).ifPresent(place -> left.add(new Left(thread, place)));
            }
        }
        if (!left.isEmpty()) {
            String name = bundle.getSymbolicName() + " " + bundle.getVersion() + " [" + bundle.getBundleId() + "]";
            waiting.execute(() -> report(name, left));
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "eventflux-left-threads");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    /** Where a thread of the bundle stands; empty for a thread of others. */
    private Optional<String> place(Thread thread, StackTraceElement[] stack, BundleWiring wiring) {
        Optional<String> inside = Arrays.stream(stack)
                .filter(frame -> isIn(wiring, frame.getClassName()))
                .filter(frame -> isBegunBy(thread, wiring) || !isElsewhere(wiring, frame.getClassName()))
                .findFirst()
                .map(StackTraceElement::toString);
        return inside.isPresent() || !isBegunBy(thread, wiring)
                ? inside
                : Optional.of(stack.length == 0 ? "its end" : stack[0].toString());
    }

    private static boolean isBegunBy(Thread thread, BundleWiring wiring) {
        ClassLoader loader = wiring.getClassLoader();
        return thread.getContextClassLoader() == loader || thread.getClass().getClassLoader() == loader;
    }

    /** Whether another bundle, as a further version of the same one, has a class of that name too: the stack does not tell whose it is. */
    private boolean isElsewhere(BundleWiring wiring, String type) {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .anyMatch(other -> other != null && other != wiring && isIn(other, type));
    }

    private static boolean isIn(BundleWiring wiring, String type) {
        int dot = type.lastIndexOf('.');
        String folder = dot < 0 ? "/" : type.substring(0, dot).replace('.', '/');
        String file = type.substring(dot + 1) + ".class";
        return !wiring.listResources(folder, file, BundleWiring.LISTRESOURCES_LOCAL)
                .isEmpty();
    }

    private void report(String bundle, List<Left> left) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(graceMillis);
        for (Left one : left) {
            if (isAlive(one.thread(), end)) {
                Problem problem = Problem.of(
                        DeployProblem.THREAD_LEFT,
                        "bundle",
                        bundle,
                        "thread",
                        one.thread().getName(),
                        "place",
                        one.place());
                journal.left(one.thread(), problem);
            }
        }
    }

    private static boolean isAlive(Thread thread, long end) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thread.isAlive();
    }

    private record Left(Thread thread, String place) {}
}
