package eventflux.deploy;

import eventflux.api.AppState;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.DeploymentListener;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import eventflux.api.error.ProblemPrinter;
import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and all listeners what happens to deployments, and remembers what is refused at present. */
@Component(service = DeploymentJournal.class)
public final class DeploymentJournal {

    private static final String STATE = "application {} of bundle {} is {}";

    private final Logger log = LoggerFactory.getLogger("eventflux.deploy");

    private final List<DeploymentListener> listeners = new CopyOnWriteArrayList<>();
    private final NavigableMap<String, Refusal> refusals = new ConcurrentSkipListMap<>();
    // Known weakly: a thread that has ended keeps nothing in memory, so it must not be kept here.
    private final Map<WeakReference<Thread>, Problem> left = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(DeploymentListener listener) {
        listeners.add(listener);
    }

    void removeListener(DeploymentListener listener) {
        listeners.remove(listener);
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals.values());
    }

    void deployed(Deployment deployment) {
        if (deployment.problems().isEmpty()) {
            log.info(STATE, deployment.application(), deployment.bundleId(), deployment.state());
        } else {
            log.warn(
                    STATE + ":\n{}",
                    deployment.application(),
                    deployment.bundleId(),
                    deployment.state(),
                    print(deployment.source(), deployment.text(), deployment.problems()));
        }
        tell(listener -> listener.deployed(deployment));
    }

    void withdrawn(Deployment deployment) {
        log.info(STATE, deployment.application(), deployment.bundleId(), AppState.STOPPED);
        tell(listener -> listener.withdrawn(deployment));
    }

    /** A file is refused; said once for as long as the reasons are the same. */
    void refused(String file, Problem problem) {
        Refusal refusal = new Refusal(file, List.of(problem));
        if (!refusal.equals(refusals.put(file, refusal))) {
            log.warn("refused:\n{}", print(file, "", refusal.problems()));
            tell(listener -> listener.refused(refusal));
        }
    }

    /** A bundle was stopped and left a thread, which is a problem for as long as it lives. */
    void left(Thread thread, Problem problem) {
        left.put(new WeakReference<>(thread), problem);
        noticed(problem);
    }

    /** Something is wrong beside what is deployed and refused. */
    void noticed(Problem problem) {
        log.warn(problem.message());
        tell(listener -> listener.noticed(problem));
    }

    /** What bundles have left behind. */
    List<Problem> problems() {
        left.keySet().removeIf(one -> one.get() == null || !one.get().isAlive());
        return left.values().stream()
                .sorted(Comparator.comparing(Problem::message))
                .toList();
    }

    /** A file is refused no longer: it is deployed, or gone. */
    void accepted(String file) {
        refusals.remove(file);
    }

    private static String print(String source, String text, List<Problem> problems) {
        return new ProblemPrinter(source, text).print(problems).stripTrailing();
    }

    /** A listener is somebody else's code: what it throws is logged and harms no deployment. */
    private void tell(Consumer<DeploymentListener> message) {
        for (DeploymentListener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException e) {
                log.error("a deployment listener failed: {}", listener, e);
            }
        }
    }
}
