package eventflux.core.analyze.setting;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which parameter of an extension a key means. The extension's name may stand before it ({@code kafka.topic} is {@code topic}),
 * aliases count, and a parameter called {@code mapping.*} takes every key that begins with {@code mapping.}
 */
final class ParameterKeys {

    private static final String OPEN = ".*";

    private final ExtensionDescriptor descriptor;
    private final String prefix;

    ParameterKeys(ExtensionDescriptor descriptor) {
        this.descriptor = descriptor;
        prefix = descriptor.name() + ".";
    }

    /**
     * A key and its parameter.
     *
     * @param name the parameter's name, or for an open one the key
     * @param parameter the parameter
     */
    record Match(String name, ParameterDescriptor parameter) {

        /** What the author put for the star of an open parameter; empty for others. */
        Optional<String> openPart() {
            return parameter.name().endsWith(OPEN)
                    ? Optional.of(name.substring(parameter.name().length() - 1))
                    : Optional.empty();
        }
    }

    /** What a key means. */
    Optional<Match> find(String key) {
        return findBare(key).or(() -> hasPrefix(key) ? findBare(key.substring(prefix.length())) : Optional.empty());
    }

    /** Whether a key is meant for this extension, by its prefix. */
    boolean hasPrefix(String key) {
        return key.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** How the author might spell the parameters of this extension. */
    List<String> spellings() {
        List<String> names = new ArrayList<>();
        descriptor.parameters().forEach(parameter -> {
            names.add(parameter.name());
            names.add(prefix + parameter.name());
        });
        return names;
    }

    private Optional<Match> findBare(String key) {
        return find(key, parameter -> isNamed(parameter, key::equals))
                .or(() -> find(key, parameter -> isNamed(parameter, key::equalsIgnoreCase)))
                .or(() -> openMatch(key));
    }

    private Optional<Match> find(String key, Predicate<ParameterDescriptor> test) {
        return descriptor.parameters().stream()
                .filter(test)
                .findFirst()
                .map(parameter -> new Match(parameter.name(), parameter));
    }

    private static boolean isNamed(ParameterDescriptor parameter, Predicate<String> test) {
        return test.test(parameter.name()) || parameter.aliases().stream().anyMatch(test);
    }

    private Optional<Match> openMatch(String key) {
        return descriptor.parameters().stream()
                .filter(parameter -> isOpenFor(parameter.name(), key))
                .findFirst()
                .map(parameter -> new Match(key, parameter));
    }

    private static boolean isOpenFor(String name, String key) {
        String start = name.endsWith(OPEN) ? name.substring(0, name.length() - 1) : "";
        return !start.isEmpty() && key.startsWith(start) && key.length() > start.length();
    }
}
