package eventflux.deploy;

import eventflux.api.deploy.KnownBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * Installs and starts a bundle with what it needs and nobody provides, as far as a repository has it: the highest version for each
 * requirement, without going back on a choice. What cannot be found the framework says when the bundle is started.
 */
final class RepositoryInstaller {

    private final BundleContext context;
    private final List<Resource> listed;
    private final BundleInstaller installer;

    RepositoryInstaller(BundleContext context, List<Resource> listed, Publishers publishers) {
        this.context = context;
        this.listed = listed;
        this.installer = new BundleInstaller(context, publishers);
    }

    /** Installs a listed bundle and starts it. */
    List<KnownBundle> start(Resource resource) {
        List<Bundle> bundles = installNeeds(resource);
        install(resource).ifPresent(bundles::add);
        return start(bundles);
    }

    /** Starts a bundle that is installed. */
    List<KnownBundle> start(Bundle bundle) {
        try {
            List<Bundle> bundles = installNeeds(Resources.of(bundle));
            bundles.add(bundle);
            return start(bundles);
        } catch (BundleException e) {
            throw BundleInstaller.failure(DeployProblem.BUNDLE_NOT_INSTALLED, bundle.getLocation(), e);
        }
    }

    private List<Bundle> installNeeds(Resource resource) {
        Set<Resource> chosen = new LinkedHashSet<>();
        choose(resource, chosen);
        List<Bundle> installed = new ArrayList<>();
        chosen.forEach(one -> install(one).ifPresent(installed::add));
        return installed;
    }

    private void choose(Resource resource, Set<Resource> chosen) {
        for (Requirement requirement : resource.getRequirements(null)) {
            if (Resources.isNeeded(requirement)
                    && !Resources.satisfies(resource, requirement)
                    && !isPresent(requirement)
                    && chosen.stream().noneMatch(one -> Resources.satisfies(one, requirement))) {
                best(requirement).filter(chosen::add).ifPresent(one -> choose(one, chosen));
            }
        }
    }

    private boolean isPresent(Requirement requirement) {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .anyMatch(revision -> revision != null && Resources.satisfies(revision, requirement));
    }

    private Optional<Resource> best(Requirement requirement) {
        return listed.stream()
                .filter(one -> Resources.address(one).isPresent() && Resources.satisfies(one, requirement))
                .max(Comparator.comparing(Resources::version));
    }

    private Optional<Bundle> install(Resource resource) {
        return installer.install(Resources.address(resource).orElseThrow());
    }

    private List<KnownBundle> start(List<Bundle> bundles) {
        List<KnownBundle> started = new ArrayList<>();
        for (Bundle bundle : bundles) {
            installer.start(bundle);
            started.add(new KnownBundle(
                    bundle.getSymbolicName(),
                    bundle.getVersion().toString(),
                    bundle.getLocation(),
                    OptionalLong.of(bundle.getBundleId())));
        }
        return started;
    }
}
