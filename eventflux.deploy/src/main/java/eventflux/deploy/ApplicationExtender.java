package eventflux.deploy;

import eventflux.api.AppState;
import eventflux.api.EventFluxManager;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.Deployments;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Runs the applications of bundles that are active and closes them when they stop. Whoever starts or stops the
 * bundle waits for it: who types {@code start 17} has the outcome when the command returns. An application that does not come to an end
 * of its start is waited for a while only, and a moment only while the framework starts. A bundle whose text is wrong stays active, since
 * being started is what the operator asked of it and a new text may arrive by {@code update}; its problems go to the journal. An
 * update replaces the texts of its applications while their senders wait; where a new text is wrong, the former one goes on. What was refused
 * is tried again when a bundle has started that may bring what it lacked.
 */
@Component(service = Deployments.class, immediate = true)
public final class ApplicationExtender implements Deployments, BundleTrackerCustomizer<ApplicationExtender.Carried> {

    private final BundleContext context;
    private final EventFluxManager manager;
    private final DeploymentJournal journal;
    private final Patience patience;
    private final BundleTracker<Carried> tracker;
    private final Map<Bundle, Carried> live = new ConcurrentHashMap<>();
    private final HeldApplications held;
    // Bundles without applications that have started since it watches.
    private final AtomicLong startsHeard = new AtomicLong();
    // Told when Declarative Services have registered what a bundle has: these listen synchronously.
    private final BundleListener starts = this::started;
    // The tracker tells of no stop while it waits for a start.
    private final SynchronousBundleListener stops = this::stopping;
    private volatile boolean isClosing; // written by whoever closes
    private volatile Thread opening; // written by whoever makes it, null before and after it looks at what is active

    /**
     * How long somebody waits for the applications of a bundle, in milliseconds.
     *
     * @param start whoever starts it
     * @param nodeStart the node, while it starts
     * @param stop whoever stops it, for a start that is under way, before it is interrupted
     * @param interrupted and after that
     */
    record Patience(long start, long nodeStart, long stop, long interrupted) {

        /** A broker may take seconds to answer; a node with many applications is to be up soon. */
        static final Patience USUAL = new Patience(10_000, 1_000, 1_000, 5_000);
    }

    /**
     * An active bundle.
     *
     * @param steps what is done with its applications
     * @param applications theirs; empty until they are made, and written by the step under way
     */
    record Carried(Steps steps, List<LiveApplication> applications) {}

    /** Starts with the bundles that are active already. */
    @Activate
    public ApplicationExtender(
            BundleContext context, @Reference EventFluxManager manager, @Reference DeploymentJournal journal) {
        this(context, manager, journal, Patience.USUAL);
    }

    ApplicationExtender(BundleContext context, EventFluxManager manager, DeploymentJournal journal, Patience patience) {
        this.patience = patience;
        this.context = context;
        this.manager = manager;
        this.journal = journal;
        this.held = new HeldApplications(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION), this::close);
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        context.addBundleListener(stops);
        opening = Thread.currentThread();
        tracker.open();
        opening = null;
        context.addBundleListener(starts);
    }

    /** Closes all applications; their bundles stay as they are. */
    @Deactivate
    public void close() {
        isClosing = true;
        context.removeBundleListener(starts);
        held.close();
        tracker.close();
        context.removeBundleListener(stops);
    }

    @Override
    public List<Deployment> deployments() {
        List<Deployment> deployments = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (ApplicationHeader.isIn(bundle)) {
                deployments.addAll(deployments(bundle));
            }
        }
        return deployments;
    }

    @Override
    public List<Refusal> refusals() {
        return journal.refusals();
    }

    @Override
    public List<Problem> problems() {
        return journal.problems();
    }

    @Override
    public Carried addingBundle(Bundle bundle, BundleEvent event) {
        if (!ApplicationHeader.isIn(bundle)) {
            return null;
        }
        Steps steps = new Steps(bundle.getSymbolicName() + " [" + bundle.getBundleId() + "]", patience);
        Carried carried = new Carried(steps, new CopyOnWriteArrayList<>());
        live.put(bundle, carried);
        if (!steps.take(() -> begin(bundle, carried), patienceNow())) {
            steps.problem().ifPresent(journal::noticed);
        }
        return carried;
    }

    // What ran when the node ended is active when this one begins, or becomes so while the framework starts.
    private long patienceNow() {
        boolean isNodeStarting = opening == Thread.currentThread()
                || context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STARTING;
        return isNodeStarting ? patience.nodeStart() : patience.start();
    }

    private Runnable begin(Bundle bundle, Carried carried) {
        long heard = startsHeard.get();
        List<ApplicationText> texts = ApplicationText.in(bundle);
        Map<ApplicationText, LiveApplication> former = predecessors(bundle, texts);
        List<LiveApplication> made = new ArrayList<>();
        for (ApplicationText text : texts) {
            made.add(Optional.ofNullable(former.get(text))
                    .map(one -> one.goOn(text))
                    .orElseGet(() -> LiveApplication.start(manager, text)));
        }
        if (heard != startsHeard.get()) {
            made.replaceAll(application -> application.orAgain(manager));
        }
        carried.applications().addAll(made);
        return () -> made.forEach(application -> journal.deployed(application.toDeployment(bundle.getBundleId())));
    }

    /** Who goes on with which text; the others that were held are closed. */
    private Map<ApplicationText, LiveApplication> predecessors(Bundle bundle, List<ApplicationText> texts) {
        List<LiveApplication> former = new ArrayList<>(held.take(bundle));
        Map<ApplicationText, LiveApplication> found = new HashMap<>();
        for (ApplicationText text : texts) {
            take(former, one -> one.isNamed(text.likelyName())).ifPresent(one -> found.put(text, one));
        }
        for (ApplicationText text : texts) {
            // A mistake may be in the name, or have cost it.
            if (!found.containsKey(text)
                    && former.stream().anyMatch(one -> one.isFrom(text.source()))
                    && isWrong(text)) {
                take(former, one -> one.isFrom(text.source())).ifPresent(one -> found.put(text, one));
            }
        }
        close(bundle, former);
        return found;
    }

    private static Optional<LiveApplication> take(List<LiveApplication> former, Predicate<LiveApplication> which) {
        Optional<LiveApplication> found = former.stream().filter(which).findFirst();
        found.ifPresent(former::remove);
        return found;
    }

    private boolean isWrong(ApplicationText text) {
        return text.flaw().isPresent() || manager.validate(text.text()).stream().anyMatch(Problem::isError);
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Carried carried) {
        // Only one state is tracked, so there is nothing between coming and going.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Carried carried) {
        live.remove(bundle, carried);
        carried.steps().end(() -> leave(bundle, carried.applications()), () -> {
            close(bundle, carried.applications());
            // What came after it may have found its name taken.
            tryAll();
        });
    }

    private void stopping(BundleEvent event) {
        Carried carried = event.getType() == BundleEvent.STOPPING ? live.get(event.getBundle()) : null;
        if (carried != null) {
            removedBundle(event.getBundle(), event, carried);
        }
    }

    private void leave(Bundle bundle, List<LiveApplication> applications) {
        if (!isClosing && held.comesBack(bundle)) {
            held.hold(bundle, applications);
        } else {
            close(bundle, applications);
        }
    }

    private void started(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTED && !ApplicationHeader.isIn(event.getBundle())) {
            startsHeard.incrementAndGet();
            tryAll();
        }
    }

    private void tryAll() {
        live.forEach((bundle, carried) -> {
            if (carried.applications().stream().anyMatch(LiveApplication::isRefused)) {
                carried.steps().take(() -> tryAgain(bundle, carried), patienceNow());
            }
        });
    }

    private Runnable tryAgain(Bundle bundle, Carried carried) {
        List<LiveApplication> changed = new ArrayList<>();
        carried.applications().replaceAll(application -> {
            LiveApplication next = application.orAgain(manager);
            if (!next.equals(application)) {
                changed.add(next);
            }
            return next;
        });
        return () -> changed.forEach(application -> journal.deployed(application.toDeployment(bundle.getBundleId())));
    }

    private void close(Bundle bundle, List<LiveApplication> applications) {
        for (int i = applications.size() - 1; i >= 0; i--) {
            applications.get(i).close();
            journal.withdrawn(applications.get(i).toDeployment(bundle.getBundleId()));
        }
    }

    private List<Deployment> deployments(Bundle bundle) {
        long id = bundle.getBundleId();
        Carried carried = live.get(bundle);
        if (carried == null || carried.applications().isEmpty()) {
            return resting(
                    bundle, carried == null ? Optional.empty() : carried.steps().problem());
        }
        return carried.applications().stream()
                .map(application -> application.toDeployment(id))
                .toList();
    }

    // A bundle may be uninstalled by another thread between being listed and being read; then nothing rests in it.
    private static List<Deployment> resting(Bundle bundle, Optional<Problem> late) {
        try {
            return ApplicationText.in(bundle).stream()
                    .map(text -> resting(bundle, text, late))
                    .toList();
        } catch (IllegalStateException e) {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                throw e;
            }
            return List.of();
        }
    }

    /** A bundle that is active without applications is on its way: they are being made in another thread. */
    private static Deployment resting(Bundle bundle, ApplicationText text, Optional<Problem> late) {
        AppState state = bundle.getState() == Bundle.ACTIVE ? AppState.CREATED : AppState.STOPPED;
        return new Deployment(
                text.likelyName(),
                bundle.getBundleId(),
                text.source(),
                text.text(),
                state,
                Stream.concat(text.flaw().stream(), late.stream()).toList());
    }
}
