package eventflux.core.catalog;

import eventflux.api.spi.ExtensionName;
import eventflux.core.resolved.ExtensionRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;

/** What manifests say extensions are called, by the names of their classes: capabilities as bnd writes them of annotations. */
final class ManifestNames {

    private static final String HEADER = "Provide-Capability";
    private static final String CLASS = "class";
    private static final String KIND = "kind";
    private static final String NAME = "name";

    private static final String CLAUSE = ExtensionName.NAMESPACE + ";";

    private final Map<String, Named> byClass = new HashMap<>();

    /**
     * An extension.
     *
     * @param provider the jar whose manifest names it
     * @param refs what it is found by
     */
    record Named(Provider provider, Set<ExtensionRef> refs) {}

    /** Those of all that were read; of a class that several name, the first one. */
    Map<String, Named> byClass() {
        return byClass;
    }

    /** Takes the headers of a manifest. */
    void read(Attributes headers) {
        String capabilities = headers.getValue(HEADER);
        Provider provider = JarProviders.named(headers);
        if (capabilities != null
                && capabilities.contains(ExtensionName.NAMESPACE)
                && !provider.name().isEmpty()) {
            take(capabilities, provider);
        }
    }

    private void take(String capabilities, Provider provider) {
        Map<String, Named> ofJar = new HashMap<>();
        int end = 0;
        for (int at = next(capabilities, end); at >= 0; at = next(capabilities, end)) {
            end = outside(capabilities, ',', at);
            Map<String, String> attributes = attributes(capabilities.substring(at, end));
            Named named = ofJar.computeIfAbsent(
                    attributes.getOrDefault(CLASS, ""), of -> new Named(provider, new HashSet<>()));
            named.refs().addAll(refs(attributes));
        }
        ofJar.forEach(byClass::putIfAbsent);
    }

    // Where the attributes of the next clause of the namespace begin, or -1.
    private static int next(String capabilities, int from) {
        int at = capabilities.indexOf(CLAUSE, from);
        return at < 0 ? -1 : at + CLAUSE.length();
    }

    private static Map<String, String> attributes(String clause) {
        Map<String, String> attributes = new HashMap<>();
        for (int from = 0; from < clause.length(); ) {
            int end = outside(clause, ';', from);
            String attribute = clause.substring(from, end);
            int equals = attribute.indexOf('=');
            int type = attribute.indexOf(':');
            if (equals > 0) {
                // Of name:List<String> the name.
                String name = attribute.substring(0, type > 0 && type < equals ? type : equals);
                attributes.put(name.strip(), attribute.substring(equals + 1).replace("\"", ""));
            }
            from = end + 1;
        }
        return attributes;
    }

    private static Set<ExtensionRef> refs(Map<String, String> attributes) {
        return ExtensionRef.named(
                attributes.get(KIND), List.of(attributes.getOrDefault(NAME, "").split(",")));
    }

    // Where a separator stands that is in no quotes, or else the end. Whole stretches are looked over at once: these
    // headers are long, and read while little is compiled.
    private static int outside(String text, char separator, int from) {
        int at = from;
        while (true) {
            int found = text.indexOf(separator, at);
            int quote = text.indexOf('"', at);
            if (found < 0 || quote < 0 || found < quote) {
                return found < 0 ? text.length() : found;
            }
            int closing = text.indexOf('"', quote + 1);
            if (closing < 0) {
                return text.length();
            }
            at = closing + 1;
        }
    }
}
