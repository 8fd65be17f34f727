package eventflux.deploy;

import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.felix.utils.resource.CapabilitySet;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Reads what bundles say of themselves, whether they are installed or listed. */
final class Resources {

    /** The namespace of what says where a jar lies. */
    static final String CONTENT = "osgi.content";

    /** The attribute of it that does. */
    static final String ADDRESS = "url";

    private Resources() {}

    /** What the manifest of an installed bundle says. */
    static Resource of(Bundle bundle) throws BundleException {
        Map<String, String> headers = new TreeMap<>();
        Collections.list(bundle.getHeaders("").keys())
                .forEach(name -> headers.put(name, bundle.getHeaders("").get(name)));
        return ResourceBuilder.build(bundle.getLocation(), headers);
    }

    static String symbolicName(Resource resource) {
        return String.valueOf(identity(resource)
                .map(identity -> identity.getAttributes().get(IdentityNamespace.IDENTITY_NAMESPACE))
                .orElse(""));
    }

    static Version version(Resource resource) {
        return identity(resource)
                .map(identity -> identity.getAttributes().get(IdentityNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .map(version -> Version.parseVersion(version.toString()))
                .orElse(Version.emptyVersion);
    }

    /** Where its jar lies. */
    static Optional<String> address(Resource resource) {
        return resource.getCapabilities(CONTENT).stream()
                .map(content -> content.getAttributes().get(ADDRESS))
                .filter(url -> url != null)
                .map(Object::toString)
                .findFirst();
    }

    private static Optional<Capability> identity(Resource resource) {
        return resource.getCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream()
                .findFirst();
    }

    /** Whether some capabilities have among them what is meant by an extension's name; names are compared as queries compare them. */
    static boolean offer(List<? extends Capability> capabilities, ExtensionName extension) {
        return capabilities.stream()
                .filter(capability -> capability.getNamespace().equals(ExtensionName.NAMESPACE))
                .map(Capability::getAttributes)
                .anyMatch(attributes -> isMeant(attributes.get("kind"), extension.kind())
                        && isAmong(attributes.get("name"), extension.name()));
    }

    private static boolean isMeant(Object kind, ExtensionKind called) {
        return called.calledAlike().stream().anyMatch(meant -> meant.name().equals(kind));
    }

    private static boolean isAmong(Object names, String name) {
        Collection<?> all = names instanceof Collection<?> several ? several : List.of(String.valueOf(names));
        return all.stream()
                .anyMatch(one -> ExtensionName.letters(one.toString()).equals(ExtensionName.letters(name)));
    }

    /** Whether the framework does not resolve a bundle without it. */
    static boolean isNeeded(Requirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String resolution =
                directives.getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, Namespace.RESOLUTION_MANDATORY);
        String effective =
                directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        return resolution.equals(Namespace.RESOLUTION_MANDATORY) && effective.equals(Namespace.EFFECTIVE_RESOLVE);
    }

    /** Whether a resource has what one needs. */
    static boolean satisfies(Resource resource, Requirement requirement) {
        return resource.getCapabilities(requirement.getNamespace()).stream()
                .anyMatch(capability -> CapabilitySet.matches(capability, requirement));
    }
}
