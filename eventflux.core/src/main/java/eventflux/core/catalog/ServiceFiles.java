package eventflux.core.catalog;

import eventflux.api.error.Problem;
import eventflux.core.catalog.ManifestNames.Named;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the service files of a class path name, and the manifests beside them, jar by jar; no class is loaded. Read when it is made. */
final class ServiceFiles {

    private static final String FOLDER = "META-INF/services/";

    private final ManifestNames manifests = new ManifestNames();
    private final Map<Class<?>, Set<String>> classes = new HashMap<>();

    /**
     * Reads those of the interfaces of extensions that a class loader sees.
     *
     * @param refused is told of what cannot be read
     */
    ServiceFiles(ClassLoader loader, Consumer<Problem> refused) {
        Map<Class<?>, List<String>> roots = new LinkedHashMap<>();
        Map<String, List<Class<?>>> types = new LinkedHashMap<>();
        for (Class<?> type : ExtensionInterfaces.all()) {
            roots.put(type, roots(loader, type, refused));
            roots.get(type)
                    .forEach(root -> types.computeIfAbsent(root, none -> new ArrayList<>())
                            .add(type));
        }
        Map<String, Map<Class<?>, List<String>>> found = new HashMap<>();
        types.forEach((root, of) -> found.put(root, read(root, of, refused)));
        // In the order of the class path for each.
        roots.forEach((type, of) -> {
            Set<String> names = new LinkedHashSet<>();
            of.forEach(root -> names.addAll(found.get(root).getOrDefault(type, List.of())));
            classes.put(type, names);
        });
    }

    private static List<String> roots(ClassLoader loader, Class<?> type, Consumer<Problem> refused) {
        String name = FOLDER + type.getName();
        try {
            List<URL> files = Collections.list(loader.getResources(name));
            return files.stream()
                    .map(file -> ClassPathRoot.location(file, name))
                    .toList();
        } catch (IOException e) {
            refused.accept(ClassPathExtensions.notLoadable(type, e.getMessage()));
            return List.of();
        }
    }

    private Map<Class<?>, List<String>> read(String location, List<Class<?>> types, Consumer<Problem> refused) {
        Map<Class<?>, List<String>> lines = new HashMap<>();
        try (ClassPathRoot root = ClassPathRoot.open(location)) {
            manifests.read(root.headers());
            for (Class<?> type : types) {
                lines.put(type, root.lines(FOLDER + type.getName()));
            }
        } catch (IOException e) {
            types.forEach(type -> refused.accept(ClassPathExtensions.notLoadable(type, e.getMessage())));
        }
        return lines;
    }

    /** The classes that the files of an interface name. */
    Set<String> classes(Class<?> type) {
        return classes.get(type);
    }

    /** What the manifests say of classes, by their names. */
    Map<String, Named> named() {
        return manifests.byClass();
    }
}
