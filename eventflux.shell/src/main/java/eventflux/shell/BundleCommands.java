package eventflux.shell;

import eventflux.api.EventFluxManager;
import eventflux.api.deploy.AuditEntry;
import eventflux.api.deploy.AuditLog;
import eventflux.api.deploy.KnownBundle;
import eventflux.api.deploy.KnownBundles;
import eventflux.api.error.EventFluxException;
import eventflux.api.spi.ExtensionName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What applications wait for, the bundles that have it, and what happened to bundles. */
@Component(service = BundleCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"waits", "provide", "audit"})
public final class BundleCommands {

    private static final int AUDIT_LINES = 20;

    private final EventFluxManager manager;
    private final Applications applications;
    private final KnownBundles bundles;
    private final AuditLog audit;

    /** Asks these whenever it is asked. */
    @Activate
    public BundleCommands(
            @Reference EventFluxManager manager,
            @Reference Applications applications,
            @Reference KnownBundles bundles,
            @Reference AuditLog audit) {
        this.manager = manager;
        this.applications = applications;
        this.bundles = bundles;
        this.audit = audit;
    }

    /** What one application waits for, or all. */
    @Descriptor("what applications wait for, and which known bundle provides it")
    public String waits(CommandSession session, @Descriptor("[<application>]") Object... arguments) {
        List<String> words = Usage.WAITS.check(arguments, 0, 1);
        List<Application> asked = words.isEmpty() ? applications.all() : List.of(applications.get(words.get(0)));
        Table table = new Table().left("APPLICATION", "WAITS FOR", "PROVIDED BY");
        for (Application application : asked) {
            for (String missing : waitingFor(application)) {
                table.row(application.name(), missing, provider(application, missing));
            }
        }
        return table.isEmpty() ? "nothing is waited for" : table.print(Screen.of(session)) + unasked();
    }

    // Whoever reads that no bundle is known has to know who was not asked.
    private String unasked() {
        return bundles.problems().stream()
                .map(problem -> "\n" + problem.message())
                .collect(Collectors.joining());
    }

    private String provider(Application application, String missing) {
        Optional<ExtensionName> extension = ExtensionName.of(missing);
        return extension.isEmpty()
                ? ""
                : known(extension.get(), versions(application))
                        .map(bundle -> bundle + ", which " + bundle.obstacle())
                        .orElseGet(() -> elsewhere(extension.get(), versions(application)));
    }

    // One that is started, and not waited for, is one that the application does not admit.
    private String elsewhere(ExtensionName extension, Map<String, String> versions) {
        return isProvided(extension)
                ? "no bundle in the versions that it requires: " + ranges(versions)
                : "no bundle that is known here";
    }

    private static String ranges(Map<String, String> versions) {
        return versions.entrySet().stream()
                .map(range -> range.getKey() + " " + range.getValue())
                .collect(Collectors.joining(", "));
    }

    private boolean isProvided(ExtensionName extension) {
        return manager.extensions().stream()
                .filter(provided -> extension.kind().calledAlike().contains(provided.kind()))
                .anyMatch(provided -> ExtensionUsers.isCalled(provided, extension.name()));
    }

    private static List<String> waitingFor(Application application) {
        return application.runtime().map(runtime -> runtime.waitingFor()).orElse(List.of());
    }

    private Map<String, String> versions(Application application) {
        return manager.needs(application.text()).versions();
    }

    private Optional<KnownBundle> known(ExtensionName extension, Map<String, String> versions) {
        return bundles.providing(extension, versions).stream().findFirst();
    }

    /** Starts the bundles that an application waits for, or the one that has an extension. */
    @Descriptor("installs and starts the bundles of what an application waits for, or of one extension")
    public String provide(
            CommandSession session,
            @Descriptor("<application, or kind and name of an extension>") Object... arguments) {
        String words = String.join(" ", Usage.PROVIDE.check(arguments, 1, 3));
        Optional<ExtensionName> extension = arguments.length == 1 ? Optional.empty() : ExtensionName.of(words);
        if (extension.isPresent()) {
            if (isProvided(extension.get()) && known(extension.get(), Map.of()).isEmpty()) {
                return extension.get() + " is here already";
            }
            return started(start(Map.of(extension.get(), best(extension.get(), Map.of()))));
        }
        if (arguments.length > 1) {
            throw Usage.PROVIDE.failure();
        }
        Application application = applications.get(words);
        Map<ExtensionName, KnownBundle> chosen = chosen(application);
        if (chosen.isEmpty()) {
            return application.name() + " waits for no extension";
        }
        String outcome = started(start(chosen));
        Application now = applications.get(application.name());
        String hint = now.isBroken() ? ", see problems " + now.name() : "";
        return outcome + "\n" + now.name() + " " + now.doing() + hint;
    }

    // All of them are found before the first is started.
    private Map<ExtensionName, KnownBundle> chosen(Application application) {
        Map<String, String> versions = versions(application);
        Map<ExtensionName, KnownBundle> chosen = new LinkedHashMap<>();
        for (String missing : waitingFor(application)) {
            ExtensionName.of(missing).ifPresent(extension -> chosen.put(extension, best(extension, versions)));
        }
        return chosen;
    }

    private KnownBundle best(ExtensionName extension, Map<String, String> versions) {
        return known(extension, versions)
                .orElseThrow(() -> CommandFailure.of(
                        isProvided(extension) ? ShellProblem.VERSION_MISSING : ShellProblem.NOBODY_PROVIDES,
                        "extension",
                        extension,
                        "unasked",
                        unasked()));
    }

    private List<KnownBundle> start(Map<ExtensionName, KnownBundle> chosen) {
        List<KnownBundle> started = new ArrayList<>();
        for (KnownBundle bundle : chosen.values().stream().distinct().toList()) {
            try {
                started.addAll(bundles.start(bundle));
            } catch (EventFluxException e) {
                throw CommandFailure.of(
                        ShellProblem.NOT_PROVIDED,
                        "bundle",
                        bundle,
                        "reason",
                        e.problems().get(0).message());
            }
        }
        return started;
    }

    /** The end of the audit log. */
    @Descriptor("what happened to bundles last")
    public String audit(CommandSession session, @Descriptor("[<count>]") Object... arguments) {
        List<String> words = Usage.AUDIT.check(arguments, 0, 1);
        if (audit.place().isEmpty()) {
            return "no audit log is kept";
        }
        Table table = new Table()
                .left("TIME", "ACTION", "BUNDLE", "VERSION")
                .right("ID")
                .left("SOURCE");
        for (AuditEntry entry : latest(words.isEmpty() ? AUDIT_LINES : count(words.get(0)))) {
            String source = entry.reason().isEmpty() ? entry.source() : entry.source() + ": " + entry.reason();
            String id = entry.bundleId() < 0 ? "" : String.valueOf(entry.bundleId());
            table.row(entry.time(), entry.action(), entry.bundle(), entry.version(), id, source);
        }
        return table.print(Screen.of(session));
    }

    private List<AuditEntry> latest(int count) {
        try {
            return audit.latest(count);
        } catch (IOException e) {
            throw CommandFailure.of(ShellProblem.FILE_UNREADABLE, "file", audit.place(), "reason", e.getMessage());
        }
    }

    private static int count(String word) {
        if (!word.matches("[1-9]\\d{0,6}")) {
            throw CommandFailure.of(ShellProblem.NOT_A_NUMBER, "value", word);
        }
        return Integer.parseInt(word);
    }

    private static String started(List<KnownBundle> bundles) {
        return String.join(
                "\n",
                bundles.stream()
                        .map(bundle -> "bundle " + bundle + " is active")
                        .toList());
    }
}
