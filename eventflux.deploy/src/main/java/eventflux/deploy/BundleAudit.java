package eventflux.deploy;

import eventflux.api.EngineOptions;
import eventflux.api.deploy.AuditEntry;
import eventflux.api.deploy.AuditLog;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.DeploymentListener;
import eventflux.api.deploy.Refusal;
import eventflux.api.spi.ExtensionName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what happens to the bundles that provide extensions or carry applications: into the file that the setting {@value #FILE}
 * names, or else the framework property {@value #PROPERTY}; nowhere when there is neither, or {@value #ENABLED} is {@code false}. What it
 * can't write is a line in the log and harms no bundle.
 */
@Component(
        service = {AuditLog.class, DeploymentListener.class},
        immediate = true)
public final class BundleAudit implements AuditLog, DeploymentListener, SynchronousBundleListener {

    static final String FILE = "security.audit.destination";
    static final String ENABLED = "security.audit.enabled";
    static final String PROPERTY = "eventflux.audit.file";

    private static final Map<Integer, String> ACTIONS = Map.of(
            BundleEvent.INSTALLED, "install",
            BundleEvent.STARTED, "start",
            BundleEvent.STOPPED, "stop",
            BundleEvent.UPDATED, "update",
            BundleEvent.UNINSTALLED, "remove");

    private final Logger log = LoggerFactory.getLogger("eventflux.audit");
    private final BundleContext context;
    private final Optional<Path> path;
    private final Optional<AuditFile> file;

    /**
     * Writes from now on.
     *
     * @param options what the launcher was told; null where nobody registered any
     */
    @Activate
    public BundleAudit(
            BundleContext context, @Reference(cardinality = ReferenceCardinality.OPTIONAL) EngineOptions options) {
        NodeSettings settings = NodeSettings.of(options);
        this.context = context;
        this.path = settings.text(FILE)
                .or(() -> Optional.ofNullable(context.getProperty(PROPERTY)))
                .filter(place -> !settings.text(ENABLED).orElse("true").equalsIgnoreCase("false"))
                .map(Path::of);
        this.file = path.map(AuditFile::new);
        if (file.isPresent()) {
            context.addBundleListener(this);
        }
    }

    /** Writes no more. */
    @Deactivate
    public void close() {
        context.removeBundleListener(this);
    }

    @Override
    public String place() {
        return path.map(Path::toString).orElse("");
    }

    @Override
    public List<AuditEntry> latest(int most) throws IOException {
        return file.isPresent() ? file.get().latest(most) : List.of();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        String action = ACTIONS.get(event.getType());
        if (action != null && concernsUs(bundle)) {
            write(new AuditEntry(
                    now(),
                    action,
                    bundle.getSymbolicName(),
                    bundle.getVersion().toString(),
                    bundle.getBundleId(),
                    bundle.getLocation(),
                    ""));
        }
    }

    /** Whether a bundle provides extensions or carries applications. */
    static boolean concernsUs(Bundle bundle) {
        String capabilities = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
        return bundle.getHeaders("").get(ApplicationHeader.NAME) != null
                || (capabilities != null && capabilities.contains(ExtensionName.NAMESPACE));
    }

    @Override
    public void refused(Refusal refusal) {
        String reason = refusal.problems().get(0).message();
        write(new AuditEntry(now(), "refuse", "", "", -1, refusal.source(), reason));
    }

    @Override
    public void deployed(Deployment deployment) {
        // The bundle's start says it.
    }

    @Override
    public void withdrawn(Deployment deployment) {
        // The bundle's stop says it.
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private void write(AuditEntry entry) {
        try {
            if (file.isPresent()) {
                file.get().add(entry);
            }
        } catch (IOException e) {
            log.error("{} is not in the audit log", entry, e);
        }
    }
}
