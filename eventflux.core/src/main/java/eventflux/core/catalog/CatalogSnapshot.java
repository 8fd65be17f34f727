package eventflux.core.catalog;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    CatalogSnapshot(List<Offer> offers) {
        own = Map.of();
        for (ExtensionKind kind : ExtensionKind.values()) {
            kinds.put(kind, new Names());
        }
        offers.forEach(offer -> kinds.get(offer.ref().kind()).add(offer));
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
        return filtered(offer -> refs.contains(offer.ref()));
    }

    /** The same without what bundles provide in versions that an application does not take. */
    public CatalogSnapshot admittedBy(List<BundleRange> ranges) {
        return ranges.isEmpty()
                ? this
                : filtered(offer -> ranges.stream().allMatch(range -> range.admits(offer.provider())));
    }

    private CatalogSnapshot filtered(Predicate<Offer> isKept) {
        List<Offer> kept = kinds.values().stream()
                .flatMap(names -> names.byName.values().stream())
                .flatMap(List::stream)
                .filter(isKept)
                .toList();
        return new CatalogSnapshot(kept);
    }

    /** Which of these are another one's here than there, or not here at all. */
    public Set<ExtensionRef> differing(Set<ExtensionRef> refs, CatalogSnapshot there) {
        return refs.stream().filter(ref -> !find(ref).equals(there.find(ref))).collect(Collectors.toSet());
    }

    /** The preferred extension of a name, as a query writes it. */
    public Optional<ProvidedExtension> find(ExtensionKind kind, String name) {
        return kinds.get(kind)
                .all(name)
                .map(Offer::read)
                .flatMap(Optional::stream)
                .findFirst();
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
        kinds.get(ExtensionKind.FUNCTION)
                .all(name)
                .flatMap(offer -> offer.read().stream())
                .flatMap(extension -> extension.methods().stream())
                .filter(method -> methods.stream().noneMatch(other -> isSameSignature(other, method)))
                .forEach(methods::add);
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
        return descriptors(1);
    }

    /** As {@link #descriptors}, with those that are not preferred behind the one that is. */
    public List<ExtensionDescriptor> versions() {
        return descriptors(Long.MAX_VALUE);
    }

    private List<ExtensionDescriptor> descriptors(long ofEachName) {
        List<ExtensionDescriptor> descriptors = new ArrayList<>();
        kinds.values()
                .forEach(names -> names.byName.values().stream()
                        .flatMap(offers -> offers.stream()
                                .map(Offer::read)
                                .flatMap(Optional::stream)
                                .limit(ofEachName))
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

        private final Map<String, List<Offer>> byName = new TreeMap<>();
        private final Map<String, List<Offer>> byLowerCase = new LinkedHashMap<>();
        private final Map<String, List<Offer>> byLetters = new HashMap<>();

        void add(Offer offer) {
            String name = offer.ref().name();
            List<Offer> offers = byName.computeIfAbsent(name, key -> new ArrayList<>());
            offers.add(offer);
            byLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), offers);
            byLetters.putIfAbsent(ExtensionName.letters(name), offers);
        }

        Stream<Offer> all(String name) {
            List<Offer> exact = byName.get(name);
            if (exact != null) {
                return exact.stream();
            }
            List<Offer> sameLetters = byLetters.getOrDefault(ExtensionName.letters(name), List.of());
            return byLowerCase.getOrDefault(name.toLowerCase(Locale.ROOT), sameLetters).stream();
        }
    }
}
