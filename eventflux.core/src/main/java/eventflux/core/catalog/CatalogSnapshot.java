package eventflux.core.catalog;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.resolved.ExtensionRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The extensions that were present at one moment: one analysis and the compilation after it see the same ones. Immutable. Names
 * are looked up exactly first, then ignoring case, so that {@code SUM} finds {@code sum}, and then ignoring underscores, so that {@code
 * FORMAT_DATE} finds {@code formatDate}.
 */
public final class CatalogSnapshot {

    /** Without any extension. */
    public static final CatalogSnapshot EMPTY = new CatalogSnapshot(List.of());

    private final Map<ExtensionKind, Names> kinds = new EnumMap<>(ExtensionKind.class);
    private final Map<String, FunctionMethod> own;

    /** Of extensions with the preferred ones first. */
    CatalogSnapshot(List<ProvidedExtension> extensions) {
        own = Map.of();
        for (ExtensionKind kind : ExtensionKind.values()) {
            kinds.put(kind, new Names());
        }
        extensions.forEach(extension -> kinds.get(extension.ref().kind()).add(extension));
    }

    private CatalogSnapshot(CatalogSnapshot all, Map<String, FunctionMethod> own) {
        kinds.putAll(all.kinds);
        this.own = own;
    }

    /** The same with functions that an application defines itself, which come before those of extensions. */
    public CatalogSnapshot with(List<FunctionMethod> functions) {
        Map<String, FunctionMethod> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        functions.forEach(function -> byName.put(function.binding().name(), function));
        return new CatalogSnapshot(this, byName);
    }

    /** The same without all that is not named: who keeps it keeps no other extension's classes. */
    public CatalogSnapshot only(Set<ExtensionRef> refs) {
        List<ProvidedExtension> kept = new ArrayList<>();
        kinds.values().forEach(names -> names.byName.values().forEach(extensions -> kept.addAll(extensions)));
        kept.removeIf(extension -> !refs.contains(extension.ref()));
        return new CatalogSnapshot(kept);
    }

    /** The same without what bundles provide in versions that an application does not take. */
    public CatalogSnapshot admittedBy(List<BundleRange> ranges) {
        if (ranges.isEmpty()) {
            return this;
        }
        List<ProvidedExtension> admitted = new ArrayList<>();
        kinds.values().forEach(names -> names.byName.values().forEach(extensions -> admitted.addAll(extensions)));
        admitted.removeIf(extension -> !ranges.stream().allMatch(range -> range.admits(extension.provider())));
        return new CatalogSnapshot(admitted);
    }

    /** Which of these are another one's here than there, or not here at all. */
    public Set<ExtensionRef> differing(Set<ExtensionRef> refs, CatalogSnapshot there) {
        return refs.stream().filter(ref -> !find(ref).equals(there.find(ref))).collect(Collectors.toSet());
    }

    /** The preferred extension of a name, as a query writes it. */
    public Optional<ProvidedExtension> find(ExtensionKind kind, String name) {
        return kinds.get(kind).all(name).stream().findFirst();
    }

    /** The preferred extension of a name. */
    public Optional<ProvidedExtension> find(ExtensionRef ref) {
        return find(ref.kind(), ref.name());
    }

    /**
     * The overloads of a function from all libraries that have some. Where two libraries take the same types, the preferred
     * one's stands.
     */
    public List<FunctionMethod> functions(String name) {
        if (own.containsKey(name)) {
            return List.of(own.get(name));
        }
        List<FunctionMethod> methods = new ArrayList<>();
        for (ProvidedExtension extension : kinds.get(ExtensionKind.FUNCTION).all(name)) {
            for (FunctionMethod method : extension.methods()) {
                if (methods.stream().noneMatch(other -> isSameSignature(other, method))) {
                    methods.add(method);
                }
            }
        }
        return methods;
    }

    /** All names of a kind, aliases included, for suggestions. */
    public Collection<String> names(ExtensionKind kind) {
        Set<String> names = new TreeSet<>(kinds.get(kind).byName.keySet());
        if (kind == ExtensionKind.FUNCTION) {
            names.addAll(own.keySet());
        }
        return names;
    }

    /** The preferred extension of each name, without aliases, sorted by kind and name. */
    public List<ExtensionDescriptor> descriptors() {
        List<ExtensionDescriptor> descriptors = new ArrayList<>();
        kinds.values()
                .forEach(names -> names.byName.values().stream()
                        .map(extensions -> extensions.get(0))
                        .filter(extension -> !extension.isAlias())
                        .map(ProvidedExtension::descriptor)
                        .sorted(Comparator.comparing(ExtensionDescriptor::qualifiedName))
                        .forEach(descriptors::add));
        return descriptors;
    }

    private static boolean isSameSignature(FunctionMethod left, FunctionMethod right) {
        return left.takes().equals(right.takes()) && left.isVariadic() == right.isVariadic();
    }

    /** The extensions of one kind. */
    private static final class Names {

        private final Map<String, List<ProvidedExtension>> byName = new TreeMap<>();
        private final Map<String, List<ProvidedExtension>> byLowerCase = new LinkedHashMap<>();
        private final Map<String, List<ProvidedExtension>> byLetters = new HashMap<>();

        void add(ProvidedExtension extension) {
            String name = extension.ref().name();
            List<ProvidedExtension> extensions = byName.computeIfAbsent(name, key -> new ArrayList<>());
            extensions.add(extension);
            byLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), extensions);
            byLetters.putIfAbsent(letters(name), extensions);
        }

        List<ProvidedExtension> all(String name) {
            List<ProvidedExtension> exact = byName.get(name);
            if (exact != null) {
                return exact;
            }
            List<ProvidedExtension> sameLetters = byLetters.getOrDefault(letters(name), List.of());
            return byLowerCase.getOrDefault(name.toLowerCase(Locale.ROOT), sameLetters);
        }

        private static String letters(String name) {
            return name.toLowerCase(Locale.ROOT).replace("_", "");
        }
    }
}
