package eventflux.shell;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which applications use which extension, each version by itself. */
final class ExtensionUsers {

    private final List<ExtensionDescriptor> all;
    private final Map<ExtensionDescriptor, Set<String>> users = new HashMap<>();

    /** As it is now. An application that does not run is said to use what it would use. */
    ExtensionUsers(EventFluxManager manager, Applications applications) {
        all = manager.extensionVersions();
        for (Application application : applications.all()) {
            application
                    .runtime()
                    .map(EventFluxAppRuntime::extensions)
                    .orElseGet(() -> preferred(manager.needs(application.text()).extensions()))
                    .forEach(extension -> users.computeIfAbsent(extension, of -> new TreeSet<>())
                            .add(application.name()));
        }
    }

    /** All extensions that are there. */
    List<ExtensionDescriptor> extensions() {
        return all;
    }

    /** Those of a name. */
    List<ExtensionDescriptor> named(String name) {
        return all.stream().filter(extension -> isCalled(extension, name)).toList();
    }

    /** Those that an application uses. */
    List<ExtensionDescriptor> usedBy(String application) {
        return all.stream()
                .filter(extension -> users.getOrDefault(extension, Set.of()).contains(application))
                .toList();
    }

    /** Those of a bundle, with or without its version. */
    List<ExtensionDescriptor> providedBy(String bundle) {
        return all.stream()
                .filter(extension -> extension.provider().equals(bundle)
                        || extension.provider().startsWith(bundle + " "))
                .toList();
    }

    /** The names of the applications; empty when there is none. */
    String of(ExtensionDescriptor extension) {
        return String.join(", ", users.getOrDefault(extension, Set.of()));
    }

    private List<ExtensionDescriptor> preferred(List<ExtensionName> names) {
        return names.stream().map(this::preferred).flatMap(Optional::stream).toList();
    }

    private Optional<ExtensionDescriptor> preferred(ExtensionName name) {
        return all.stream()
                .filter(extension -> extension.kind() == name.kind())
                .filter(extension -> isCalled(extension, name.name()))
                .findFirst();
    }

    /** Whether a name is that of an extension; names are compared as queries compare them. */
    static boolean isCalled(ExtensionDescriptor extension, String name) {
        return Stream.concat(Stream.of(extension.qualifiedName()), extension.aliases().stream())
                .anyMatch(own -> ExtensionName.letters(own).equals(ExtensionName.letters(name)));
    }
}
