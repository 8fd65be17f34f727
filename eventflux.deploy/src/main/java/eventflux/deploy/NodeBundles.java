package eventflux.deploy;

import eventflux.api.EngineOptions;
import eventflux.api.deploy.KnownBundle;
import eventflux.api.deploy.KnownBundles;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Resource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the bundles that are installed and not started, and those of the repository that the setting {@value #REPOSITORY} names. */
@Component(service = KnownBundles.class)
public final class NodeBundles implements KnownBundles {

    /** The setting: a folder, or the file or URL of an index. */
    static final String REPOSITORY = "extensions.repository";

    private static final Comparator<KnownBundle> BEST_FIRST = Comparator.comparing(
                    (KnownBundle bundle) -> Version.parseVersion(bundle.version()))
            .reversed()
            .thenComparing(bundle -> bundle.bundleId().isEmpty());

    private final Logger log = LoggerFactory.getLogger("eventflux.deploy");
    private final BundleContext context;
    private final BundleRepository repository;
    private final Publishers publishers;

    /**
     * Looks at the framework and the repository whenever it is asked.
     *
     * @param options what the launcher was told; null where nobody registered any
     */
    @Activate
    public NodeBundles(
            BundleContext context, @Reference(cardinality = ReferenceCardinality.OPTIONAL) EngineOptions options) {
        this.context = context;
        NodeSettings settings = NodeSettings.of(options);
        this.repository = new BundleRepository(settings.text(REPOSITORY));
        this.publishers = new Publishers(settings);
    }

    @Override
    public List<KnownBundle> providing(ExtensionName extension, Map<String, String> versions) {
        List<KnownBundle> known = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (isResting(bundle) && Resources.offer(revision(bundle).getDeclaredCapabilities(null), extension)) {
                known.add(known(bundle));
            }
        }
        for (Resource resource : listed()) {
            if (Resources.offer(resource.getCapabilities(null), extension) && !isInstalled(resource)) {
                Resources.address(resource).ifPresent(address -> known.add(known(resource, address)));
            }
        }
        known.removeIf(bundle -> !isAdmitted(bundle, versions));
        known.sort(BEST_FIRST);
        return known;
    }

    // That a repository can't be read harms nobody who only wants to know what is known.
    private List<Resource> listed() {
        try {
            return repository.resources();
        } catch (EventFluxException e) {
            log.warn(e.getMessage());
            return List.of();
        }
    }

    @Override
    public List<Problem> problems() {
        try {
            repository.resources();
            return List.of();
        } catch (EventFluxException e) {
            return e.problems();
        }
    }

    private static boolean isAdmitted(KnownBundle bundle, Map<String, String> versions) {
        String range = versions.get(bundle.symbolicName());
        return range == null || new VersionRange(range).includes(Version.parseVersion(bundle.version()));
    }

    // One that is being stopped takes its extensions back, and then it is asked for.
    private static boolean isResting(Bundle bundle) {
        return (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STOPPING)) != 0;
    }

    private static BundleRevision revision(Bundle bundle) {
        return bundle.adapt(BundleRevision.class);
    }

    private boolean isInstalled(Resource resource) {
        for (Bundle bundle : context.getBundles()) {
            if (Resources.symbolicName(resource).equals(bundle.getSymbolicName())
                    && Resources.version(resource).equals(bundle.getVersion())) {
                return true;
            }
        }
        return false;
    }

    private static KnownBundle known(Bundle bundle) {
        return new KnownBundle(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                bundle.getLocation(),
                OptionalLong.of(bundle.getBundleId()));
    }

    private static KnownBundle known(Resource resource, String address) {
        return new KnownBundle(
                Resources.symbolicName(resource),
                Resources.version(resource).toString(),
                address,
                OptionalLong.empty());
    }

    @Override
    public List<KnownBundle> start(KnownBundle bundle) {
        if (bundle.bundleId().isPresent()) {
            Bundle installed = context.getBundle(bundle.bundleId().getAsLong());
            if (installed == null) {
                throw gone(bundle);
            }
            return new RepositoryInstaller(context, repository.resources(), publishers).start(installed);
        }
        List<Resource> resources = repository.resources();
        Resource resource = resources.stream()
                .filter(one ->
                        Resources.address(one).filter(bundle.place()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> gone(bundle));
        return new RepositoryInstaller(context, resources, publishers).start(resource);
    }

    private static EventFluxException gone(KnownBundle bundle) {
        return new EventFluxException(Problem.of(DeployProblem.BUNDLE_GONE, "bundle", bundle));
    }
}
