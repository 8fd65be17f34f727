package eventflux.core;

import eventflux.api.spi.ExtensionKind;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.resolved.ExtensionRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which extensions an application uses: those that its text names, and, where conditions come with the rows, whatever these may call.
 *
 * @param named by the text
 * @param readsConditions whether rows bring conditions
 */
record Reach(Set<ExtensionRef> named, boolean readsConditions) {

    /** Of an application that uses none. */
    static final Reach NOTHING = new Reach(Set.of(), false);

    private static final List<ExtensionKind> CALLED_IN_CONDITIONS =
            List.of(ExtensionKind.FUNCTION, ExtensionKind.AGGREGATOR);

    /** Copies the set. */
    Reach {
        named = Set.copyOf(named);
    }

    /** Whether it uses one, if it is there. */
    boolean includes(ExtensionRef extension) {
        return named.contains(extension) || readsConditions && CALLED_IN_CONDITIONS.contains(extension.kind());
    }

    /** Those that the text names, and those that are there besides. */
    Set<ExtensionRef> in(CatalogSnapshot present) {
        Set<ExtensionRef> all = new HashSet<>(named);
        if (readsConditions) {
            CALLED_IN_CONDITIONS.forEach(
                    kind -> present.names(kind).forEach(name -> all.add(new ExtensionRef(kind, name))));
        }
        return all;
    }
}
