package eventflux.core;

import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionName;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.catalog.BundleRange;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.ExtensionRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of extensions that a text names and that are not there who would provide them. Safe for many threads. */
final class MissingExtensions {

    /** What the surroundings of the engine know of an extension that is not there. */
    @FunctionalInterface
    interface Hints {

        /**
         * The end of a sentence that says that it is not there; empty when nothing is known.
         *
         * @param versions the ranges of versions that are admitted, by bundle
         */
        Optional<String> of(ExtensionName extension, Map<String, String> versions);
    }

    private final Hints hints;

    MissingExtensions(Hints hints) {
        this.hints = hints;
    }

    /** The same problems, those of missing extensions with what is known of them. */
    List<Problem> explain(List<Problem> problems, CatalogSnapshot present, List<BundleRange> ranges) {
        return problems.stream()
                .map(problem ->
                        problem.code() == AnalysisError.UNKNOWN_EXTENSION ? explain(problem, present, ranges) : problem)
                .toList();
    }

    private Problem explain(Problem problem, CatalogSnapshot present, List<BundleRange> ranges) {
        Map<String, String> values = new LinkedHashMap<>(problem.values());
        values.put("hint", hint(values.get("kind"), values.get("name"), present, ranges));
        return new Problem(problem.code(), values, problem.position(), problem.suggestion());
    }

    private String hint(String label, String name, CatalogSnapshot present, List<BundleRange> ranges) {
        return ExtensionName.of(label + " " + name)
                .flatMap(missing -> hint(missing, present, ranges))
                .map(hint -> "; " + hint)
                .orElse("");
    }

    private Optional<String> hint(ExtensionName missing, CatalogSnapshot present, List<BundleRange> ranges) {
        return meant(new ExtensionRef(missing.kind(), missing.name()))
                .flatMap(ref -> present.find(ref).stream())
                .findFirst()
                .map(other -> "bundle " + other.provider() + " provides it, and @app:requires admits "
                        + admitted(other, ranges))
                .or(() -> hints.of(missing, versions(ranges)));
    }

    private static String admitted(ProvidedExtension other, List<BundleRange> ranges) {
        return ranges.stream()
                .filter(range -> !range.admits(other.provider()))
                .map(BundleRange::toString)
                .collect(Collectors.joining(", "));
    }

    /** All that texts may mean by the names of extensions that are not there. */
    static Set<ExtensionRef> meant(Set<ExtensionRef> missing) {
        return missing.stream().flatMap(MissingExtensions::meant).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<ExtensionRef> meant(ExtensionRef missing) {
        return missing.kind().calledAlike().stream().map(kind -> new ExtensionRef(kind, missing.name()));
    }

    /** Ranges of versions, as the outside of the engine has them. */
    static Map<String, String> versions(List<BundleRange> ranges) {
        Map<String, String> versions = new LinkedHashMap<>();
        ranges.forEach(range -> versions.put(range.bundle(), range.versions().toString()));
        return versions;
    }
}
