package eventflux.core.failure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose code a class is, told by its name.
 *
 * @param byPackage the bundles or jars that provide extensions, by the package of their classes
 */
public record CodeOwners(Map<String, String> byPackage) {

    /** Nobody but Java and the engine. */
    public static final CodeOwners NONE = new CodeOwners(Map.of());

    private static final List<String> OF_JAVA = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final List<String> OF_ENGINE = List.of("eventflux.core.", "eventflux.api.", "org.agrona.");

    /** Copies the map. */
    public CodeOwners {
        byPackage = Map.copyOf(byPackage);
    }

    /** Whether it is Java's. */
    public static boolean isJava(String type) {
        return OF_JAVA.stream().anyMatch(type::startsWith);
    }

    /** Whether it is the engine's. */
    public static boolean isEngine(String type) {
        return OF_ENGINE.stream().anyMatch(type::startsWith);
    }

    /** The bundle or jar of a class, or of a member of one; empty when it is of none that is known. */
    public Optional<String> provider(String name) {
        String inside = name;
        for (int dot = inside.lastIndexOf('.'); dot > 0; dot = inside.lastIndexOf('.')) {
            inside = inside.substring(0, dot);
            String provider = byPackage.get(inside);
            if (provider != null) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
