package eventflux.api.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What an extension is found by.
 *
 * @param kind what it extends
 * @param name as queries write it, with its namespace when it has one
 */
public record ExtensionName(ExtensionKind kind, String name) {

    /** The namespace of the capabilities by which bundles say which extensions they provide. */
    public static final String NAMESPACE = "eventflux.extension";

    /** Refuses missing parts. */
    public ExtensionName {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** Reads what {@link #toString} prints: {@code source mapper acme:xml}. Empty when it is something else. */
    public static Optional<ExtensionName> of(String text) {
        return Arrays.stream(ExtensionKind.values())
                .filter(kind -> text.startsWith(kind.label() + " "))
                .map(kind -> new ExtensionName(
                        kind, text.substring(kind.label().length() + 1).strip()))
                .filter(read -> !read.name().isEmpty() && !read.name().contains(" "))
                .findFirst();
    }

    /** What of a name counts when names are compared: neither case nor underscores, so {@code str:starts_with} is {@code str:startsWith}. */
    public static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    @Override
    public String toString() {
        return kind.label() + " " + name;
    }
}
