package eventflux.shell;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.Deployments;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import eventflux.api.error.ProblemPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All applications of the node: those of bundles, and those that a program made without one. */
@Component(service = Applications.class)
public final class Applications {

    private final EventFluxManager manager;
    private final Deployments deployments;

    /** Looks at both sides whenever it is asked. */
    @Activate
    public Applications(@Reference EventFluxManager manager, @Reference Deployments deployments) {
        this.manager = manager;
        this.deployments = deployments;
    }

    List<Application> all() {
        List<Application> all = new ArrayList<>();
        List<EventFluxAppRuntime> unclaimed =
                new ArrayList<>(manager.appRuntimes().values());
        for (Deployment deployment : deployments.deployments()) {
            Optional<EventFluxAppRuntime> runtime = unclaimed.stream()
                    .filter(candidate -> belongs(candidate, deployment))
                    .findFirst();
            runtime.ifPresent(unclaimed::remove);
            all.add(new Application(Optional.of(deployment), runtime));
        }
        unclaimed.forEach(runtime -> all.add(new Application(Optional.empty(), Optional.of(runtime))));
        return all;
    }

    List<Application> ofBundle(long bundle) {
        return all().stream()
                .filter(application -> application
                        .deployment()
                        .filter(d -> d.bundleId() == bundle)
                        .isPresent())
                .toList();
    }

    /** The application of that name; of two the one that runs. */
    Application get(String name) {
        return named(name)
                .filter(application -> application.runtime().isPresent())
                .findFirst()
                .or(() -> named(name).findFirst())
                .orElseThrow(() -> unknown(name));
    }

    Optional<Application> find(String name) {
        return named(name).findFirst().map(found -> get(name));
    }

    List<String> names() {
        return all().stream().map(Application::name).distinct().toList();
    }

    List<Refusal> refusals() {
        return deployments.refusals();
    }

    /** What is wrong with bundles, beside applications and files. */
    List<Problem> problems() {
        return deployments.problems();
    }

    /** A problem of the node itself. */
    static String print(Problem problem) {
        return new ProblemPrinter("node", "").print(List.of(problem));
    }

    private Stream<Application> named(String name) {
        return all().stream().filter(application -> application.name().equals(name));
    }

    /**
     * Two bundles may carry texts of the same name; only the text that an application was made of is its own, or the one that was to
     * replace it and was refused.
     */
    private static boolean belongs(EventFluxAppRuntime runtime, Deployment deployment) {
        return runtime.name().equals(deployment.application())
                && runtime.state() == deployment.state()
                && (runtime.text().equals(deployment.text()) || isRefusedUpdate(deployment));
    }

    private static boolean isRefusedUpdate(Deployment deployment) {
        return deployment.problems().stream()
                .anyMatch(problem -> problem.code().code().equals("update-refused"));
    }

    private CommandFailure unknown(String name) {
        List<String> names = names();
        return names.isEmpty()
                ? CommandFailure.of(ShellProblem.NO_APPLICATIONS, "name", name)
                : CommandFailure.of(ShellProblem.APPLICATION_UNKNOWN, "name", name, "names", String.join(", ", names));
    }
}
