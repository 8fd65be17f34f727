package eventflux.deploy;

import eventflux.api.AppState;
import eventflux.api.EventFluxManager;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.Deployments;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Runs the applications of bundles that are active and closes them when they stop, in the thread that starts or stops the
 * bundle: who types {@code start 17} has the outcome when the command returns. A bundle whose text is wrong stays active, since
 * being started is what the operator asked of it and a new text may arrive by {@code update}; its problems go to the journal. An
 * update replaces the texts of its applications while their senders wait; where a new text is wrong, the former one goes on. What was refused
 * is tried again when a bundle has started that may bring what it lacked.
 */
@Component(service = Deployments.class, immediate = true)
public final class ApplicationExtender implements Deployments, BundleTrackerCustomizer<List<LiveApplication>> {

    private final BundleContext context;
    private final EventFluxManager manager;
    private final DeploymentJournal journal;
    private final BundleTracker<List<LiveApplication>> tracker;
    private final Map<Bundle, List<LiveApplication>> live = new ConcurrentHashMap<>();
    private final HeldApplications held;
    // Told when Declarative Services have registered what a bundle has: these listen synchronously.
    private final BundleListener starts = this::started;
    private volatile boolean isClosing; // written by whoever closes

    /** Starts with the bundles that are active already. */
    @Activate
    public ApplicationExtender(
            BundleContext context, @Reference EventFluxManager manager, @Reference DeploymentJournal journal) {
        this.context = context;
        this.manager = manager;
        this.journal = journal;
        this.held = new HeldApplications(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION), this::close);
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
        context.addBundleListener(starts);
    }

    /** Closes all applications; their bundles stay as they are. */
    @Deactivate
    public void close() {
        isClosing = true;
        context.removeBundleListener(starts);
        held.close();
        tracker.close();
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
    public List<LiveApplication> addingBundle(Bundle bundle, BundleEvent event) {
        if (!ApplicationHeader.isIn(bundle)) {
            return null;
        }
        List<ApplicationText> texts = ApplicationText.in(bundle);
        List<LiveApplication> former = new ArrayList<>(held.take(bundle));
        close(
                bundle,
                former.stream()
                        .filter(one -> texts.stream().noneMatch(text -> one.isNamed(text.likelyName())))
                        .toList());
        List<LiveApplication> applications = new CopyOnWriteArrayList<>();
        for (ApplicationText text : texts) {
            applications.add(former.stream()
                    .filter(one -> one.isNamed(text.likelyName()))
                    .findFirst()
                    .map(one -> one.goOn(text))
                    .orElseGet(() -> LiveApplication.start(manager, text)));
        }
        live.put(bundle, applications);
        applications.forEach(application -> journal.deployed(application.toDeployment(bundle.getBundleId())));
        return applications;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<LiveApplication> applications) {
        // Only one state is tracked, so there is nothing between coming and going.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<LiveApplication> applications) {
        live.remove(bundle);
        synchronized (applications) {
            if (!isClosing && held.comesBack(bundle)) {
                held.hold(bundle, applications);
            } else {
                close(bundle, applications);
            }
        }
    }

    private void started(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTED && !ApplicationHeader.isIn(event.getBundle())) {
            live.forEach(this::tryAgain);
        }
    }

    private void tryAgain(Bundle bundle, List<LiveApplication> applications) {
        synchronized (applications) {
            if (live.get(bundle) == applications && !isClosing) {
                applications.replaceAll(application -> tryAgain(bundle, application));
            }
        }
    }

    private LiveApplication tryAgain(Bundle bundle, LiveApplication application) {
        LiveApplication next = application.orAgain(manager);
        if (!next.equals(application)) {
            journal.deployed(next.toDeployment(bundle.getBundleId()));
        }
        return next;
    }

    private void close(Bundle bundle, List<LiveApplication> applications) {
        for (int i = applications.size() - 1; i >= 0; i--) {
            applications.get(i).close();
            journal.withdrawn(applications.get(i).toDeployment(bundle.getBundleId()));
        }
    }

    private List<Deployment> deployments(Bundle bundle) {
        long id = bundle.getBundleId();
        return Optional.ofNullable(live.get(bundle))
                .map(applications -> applications.stream()
                        .map(application -> application.toDeployment(id))
                        .toList())
                .orElseGet(() -> resting(bundle));
    }

    // A bundle may be uninstalled by another thread between being listed and being read; then nothing rests in it.
    private static List<Deployment> resting(Bundle bundle) {
        try {
            return ApplicationText.in(bundle).stream()
                    .map(text -> resting(bundle, text))
                    .toList();
        } catch (IllegalStateException e) {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                throw e;
            }
            return List.of();
        }
    }

    /** A bundle that is active without applications is on its way: they are being made in another thread. */
    private static Deployment resting(Bundle bundle, ApplicationText text) {
        AppState state = bundle.getState() == Bundle.ACTIVE ? AppState.CREATED : AppState.STOPPED;
        return new Deployment(
                text.likelyName(),
                bundle.getBundleId(),
                text.source(),
                text.text(),
                state,
                text.flaw().stream().toList());
    }
}
