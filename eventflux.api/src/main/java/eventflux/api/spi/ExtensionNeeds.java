package eventflux.api.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an application needs of the bundles of a node.
 *
 * @param extensions those that its text names; what is called like a function and is not there stands here as an aggregator too
 * @param versions the versions that it takes, by symbolic name of the bundle, as OSGi writes ranges; bundles that are not named are
 *     free
 */
public record ExtensionNeeds(List<ExtensionName> extensions, Map<String, String> versions) {

    /** Of nothing. */
    public static final ExtensionNeeds NOTHING = new ExtensionNeeds(List.of(), Map.of());

    /** Copies the collections. */
    public ExtensionNeeds {
        extensions = List.copyOf(extensions);
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }
}
