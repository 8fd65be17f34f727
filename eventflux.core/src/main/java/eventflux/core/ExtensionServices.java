package eventflux.core;

import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionName;
import eventflux.core.catalog.Announcement;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.ExtensionInterfaces;
import eventflux.core.catalog.ExtensionRegistration;
import eventflux.core.catalog.Provider;
import eventflux.core.resolved.ExtensionRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Puts the services of the extension interfaces into the catalog; a service is gone from all applications before its bundle goes on
 * stopping.
 *
 * <p>Those that are there at the start are made and read when somebody asks for one of their names, which the manifests of
 * their bundles tell: a start needs a dozen of hundreds. What comes later is read at once, so that whoever brought it sees what is wrong with
 * it, and so is what the manifest does not mention.
 */
final class ExtensionServices extends ServiceTracker<Object, ExtensionRegistration> {

    // What Declarative Services say about the component behind a service: the name of its class, where
    // nobody gave another.
    private static final String COMPONENT = "component.name";

    private final ExtensionCatalog catalog;
    // Used by the thread that opens it alone, and empty when it has.
    private final Map<Bundle, Map<String, Set<ExtensionRef>>> known = new HashMap<>();
    // Written by the thread that opens it; null before and after.
    private volatile Thread opening;

    ExtensionServices(BundleContext context, ExtensionCatalog catalog) {
        super(context, anyKind(), null);
        this.catalog = catalog;
    }

    private static Filter anyKind() {
        String types = ExtensionInterfaces.all().stream()
                .map(type -> "(" + Constants.OBJECTCLASS + "=" + type.getName() + ")")
                .collect(Collectors.joining());
        try {
            return FrameworkUtil.createFilter("(|" + types + ")");
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("names of classes need no escapes", impossible);
        }
    }

    @Override
    public void open() {
        opening = Thread.currentThread();
        super.open();
        opening = null;
        known.clear();
    }

    @Override
    public ExtensionRegistration addingService(ServiceReference<Object> reference) {
        Set<ExtensionRef> names = opening == Thread.currentThread() ? names(reference) : Set.of();
        return names.isEmpty()
                ? read(reference)
                : catalog.announce(new Promised(context, reference, names), provider(reference));
    }

    @Override
    public void removedService(ServiceReference<Object> reference, ExtensionRegistration registration) {
        registration.close();
        context.ungetService(reference);
    }

    private ExtensionRegistration read(ServiceReference<Object> reference) {
        Object service = context.getService(reference);
        if (service == null) {
            return null;
        }
        ExtensionRegistration registration = catalog.register(service, provider(reference));
        registration.problems().forEach(ExtensionServices::warn);
        return registration;
    }

    private static Provider provider(ServiceReference<?> reference) {
        Object rank = reference.getProperty(Constants.SERVICE_RANKING);
        return new Provider(
                reference.getBundle().getSymbolicName(),
                reference.getBundle().getVersion().toString(),
                rank instanceof Integer number ? number : 0);
    }

    private static void warn(Problem problem) {
        System.getLogger("eventflux.core").log(System.Logger.Level.WARNING, problem.toString());
    }

    /** What the manifest says of a component; empty when it says nothing. */
    private Set<ExtensionRef> names(ServiceReference<?> reference) {
        Object component = reference.getProperty(COMPONENT);
        return component == null
                ? Set.of()
                : known.computeIfAbsent(reference.getBundle(), ExtensionServices::namesByClass)
                        .getOrDefault(component, Set.of());
    }

    private static Map<String, Set<ExtensionRef>> namesByClass(Bundle bundle) {
        Map<String, Set<ExtensionRef>> names = new HashMap<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision != null) {
            for (BundleCapability capability : revision.getDeclaredCapabilities(ExtensionName.NAMESPACE)) {
                Map<String, Object> attributes = capability.getAttributes();
                if (attributes.get("name") instanceof Collection<?> all) {
                    names.computeIfAbsent(String.valueOf(attributes.get("class")), of -> new HashSet<>())
                            .addAll(ExtensionRef.named(attributes.get("kind"), all));
                }
            }
        }
        return names;
    }

    /** A service that nobody has asked for yet. */
    private record Promised(BundleContext context, ServiceReference<Object> reference, Set<ExtensionRef> refs)
            implements Announcement {

        @Override
        public Optional<Object> service() {
            return Optional.ofNullable(context.getService(reference));
        }

        @Override
        public void refused(Problem problem) {
            warn(problem);
        }
    }
}
