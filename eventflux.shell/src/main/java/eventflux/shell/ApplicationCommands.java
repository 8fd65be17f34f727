package eventflux.shell;

import eventflux.api.AppState;
import eventflux.api.EventFluxManager;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.KnownBundles;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.ProblemPrinter;
import eventflux.api.spi.ExtensionName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The life of applications. What has a bundle is started and stopped through it, so that {@code lb} tells the same. */
@Component(service = ApplicationCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"deploy", "undeploy", "list", "start", "stop"})
public final class ApplicationCommands {

    private static final String JAR = ".jar";

    /** The location under which the deployment bundle makes a bundle of a text. */
    static final String TEXT_LOCATION = "eventflux:";

    private final BundleContext context;
    private final EventFluxManager manager;
    private final Applications applications;
    private final KnownBundles bundles;

    /** Acts on the bundles of the framework that {@code context} belongs to. */
    @Activate
    public ApplicationCommands(
            BundleContext context,
            @Reference EventFluxManager manager,
            @Reference Applications applications,
            @Reference KnownBundles bundles) {
        this.context = context;
        this.manager = manager;
        this.applications = applications;
        this.bundles = bundles;
    }

    /** Installs or updates the bundles of files and starts them. */
    @Descriptor("installs texts or jars as bundles, or updates them, and starts them")
    public String deploy(CommandSession session, @Descriptor("<file>…") Object... arguments) {
        List<String> outcomes = new ArrayList<>();
        List<String> files = Usage.DEPLOY.check(arguments, 1, Integer.MAX_VALUE);
        files.stream().filter(word -> word.startsWith("-")).findFirst().ifPresent(ApplicationCommands::refuse);
        for (String file : files) {
            outcomes.add(deploy(session.currentDir().resolve(file).normalize()));
        }
        return String.join("\n", outcomes);
    }

    private static void refuse(String option) {
        String update = Usage.UPDATE.typed() + " " + Usage.UPDATE.arguments().replaceAll("[\\[\\]]", "");
        throw CommandFailure.of(ShellProblem.OPTION_UNKNOWN, "option", option, "update", update);
    }

    /** Uninstalls the bundle of an application. */
    @Descriptor("closes an application and uninstalls its bundle")
    public String undeploy(CommandSession session, @Descriptor("<application>") Object... arguments) {
        Application application =
                applications.get(Usage.UNDEPLOY.check(arguments, 1, 1).get(0));
        Optional<Bundle> bundle = bundle(application);
        if (bundle.isPresent()) {
            refuseShared(application, bundle.get());
            attempt(bundle.get()::uninstall);
        } else {
            application.running().close();
        }
        return application.name() + " is gone";
    }

    /** All applications. */
    @Descriptor("all applications with state, bundle and counts")
    public String list(CommandSession session, @Descriptor("none") Object... arguments) {
        Usage.LIST.check(arguments, 0, 0);
        Table table =
                new Table().left("APPLICATION", "STATE").right("BUNDLE", "STREAMS", "QUERIES", "EVENTS", "ERRORS");
        table.left("NOTE");
        for (Application application : applications.all()) {
            table.row(cells(application));
        }
        StringBuilder text = new StringBuilder(table.print(Screen.of(session)));
        for (Application application : applications.all()) {
            hints(application).forEach(hint -> text.append('\n').append(hint));
        }
        for (Refusal refusal : applications.refusals()) {
            text.append('\n').append(refusal.source()).append(": ");
            text.append(refusal.problems().get(0).message());
        }
        return text.toString();
    }

    // Which bundle would end the wait of an application.
    private List<String> hints(Application application) {
        if (application.state() != AppState.WAITING || application.runtime().isEmpty()) {
            return List.of();
        }
        Map<String, String> versions = manager.needs(application.text()).versions();
        return application.running().waitingFor().stream()
                .flatMap(missing -> ExtensionName.of(missing).stream())
                .flatMap(missing -> bundles.providing(missing, versions).stream()
                        .limit(1)
                        .map(bundle -> missing + ": bundle " + bundle + " provides it and " + bundle.obstacle()
                                + "; type provide " + application.name()))
                .toList();
    }

    /** Starts an application. */
    @Descriptor("starts an application, and its bundle")
    public String start(CommandSession session, @Descriptor("<application>") Object... arguments) {
        Application application =
                applications.get(Usage.START.check(arguments, 1, 1).get(0));
        Optional<Bundle> bundle = bundle(application);
        if (bundle.isPresent() && application.runtime().isEmpty()) {
            attempt(() -> bundle.get().stop(Bundle.STOP_TRANSIENT));
            attempt(bundle.get()::start);
        } else {
            start(application);
        }
        return outcome(applications.get(application.name()));
    }

    /** Stops an application. */
    @Descriptor("stops an application, and its bundle")
    public String stop(CommandSession session, @Descriptor("<application>") Object... arguments) {
        Application application =
                applications.get(Usage.STOP.check(arguments, 1, 1).get(0));
        Optional<Bundle> bundle = bundle(application).filter(carrier -> !isShared(carrier));
        if (bundle.isPresent()) {
            attempt(bundle.get()::stop);
            requireStopped(application, bundle.get());
        } else {
            application.running().shutdown();
        }
        return application.name() + " is stopped";
    }

    private String deploy(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.of(ShellProblem.FILE_MISSING, "file", file);
        }
        String location = file.toString().endsWith(JAR) ? file.toUri().toString() : TEXT_LOCATION + file.toUri();
        Bundle known = context.getBundle(location);
        Bundle bundle = known == null ? install(location) : known;
        if (known != null) {
            attempt(known::update);
        }
        attempt(bundle::start);
        List<Application> carried = applications.ofBundle(bundle.getBundleId());
        return carried.isEmpty()
                ? "bundle " + bundle.getBundleId() + " " + bundle.getSymbolicName() + " " + bundle.getVersion()
                        + " is active"
                : String.join("\n", carried.stream().map(this::outcome).toList());
    }

    private String outcome(Application application) {
        if (application.isBroken()) {
            throw application.broken();
        }
        String where = application
                .deployment()
                .map(Deployment::bundleId)
                .map(id -> " (bundle " + id + ")")
                .orElse("");
        return application.name() + " " + application.doing() + where;
    }

    private static void start(Application application) {
        try {
            application.running().start();
        } catch (EventFluxException e) {
            ProblemPrinter printer = new ProblemPrinter(application.source(), application.text());
            throw CommandFailure.printed(printer.print(e.problems()));
        }
    }

    private static Object[] cells(Application application) {
        boolean live = application.runtime().isPresent();
        return new Object[] {
            application.name(),
            new Table.Cell(application.state().name(), application.paint()),
            application
                    .deployment()
                    .map(Deployment::bundleId)
                    .map(String::valueOf)
                    .orElse(""),
            live ? application.running().streams().size() : "",
            live ? application.running().queries().size() : "",
            live ? sum(application.running().statistics().streams().values()) : "",
            live ? sum(application.running().statistics().errors().values()) : "",
            application.note()
        };
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private Optional<Bundle> bundle(Application application) {
        return application.deployment().map(Deployment::bundleId).map(context::getBundle);
    }

    private boolean isShared(Bundle bundle) {
        return applications.ofBundle(bundle.getBundleId()).size() > 1;
    }

    private void refuseShared(Application application, Bundle bundle) {
        if (isShared(bundle)) {
            throw CommandFailure.of(
                    ShellProblem.BUNDLE_SHARED, "name", application.name(), "bundle", bundle.getBundleId());
        }
    }

    private Bundle install(String location) {
        try {
            return context.installBundle(location);
        } catch (BundleException e) {
            throw refused(e);
        }
    }

    // An application whose extension heeds no interrupt outlives its bundle.
    private static void requireStopped(Application application, Bundle bundle) {
        application
                .runtime()
                .filter(made -> made.state() == AppState.RUNNING)
                .flatMap(made -> made.problems().stream()
                        .filter(problem -> problem.code().code().equals("stalled"))
                        .findFirst())
                .ifPresent(problem -> {
                    throw CommandFailure.of(
                            ShellProblem.NOT_STOPPED, "bundle", bundle.getBundleId(), "reason", problem.message());
                });
    }

    private static void attempt(BundleStep step) {
        try {
            step.run();
        } catch (BundleException e) {
            throw refused(e);
        }
    }

    private static CommandFailure refused(BundleException e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        return CommandFailure.of(ShellProblem.BUNDLE_REFUSED, "reason", message);
    }

    /** One thing done to a bundle. */
    @FunctionalInterface
    private interface BundleStep {
        void run() throws BundleException;
    }
}
