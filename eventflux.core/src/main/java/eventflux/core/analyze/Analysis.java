package eventflux.core.analyze;

import eventflux.api.error.Problem;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.catalog.BundleRange;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an analysis gave.
 *
 * @param name the application's name, whether it could be resolved or not
 * @param app the application; empty when there are errors
 * @param problems everything that is wrong, in the order of places; a missing extension is one
 * @param missing the extensions that are not there, by the names that the text uses; what is called like a function and is not
 *     there stands here as a function, though an aggregator of that name would do as well
 * @param requires the versions of bundles that it takes extensions from
 */
public record Analysis(
        String name,
        Optional<ResolvedApp> app,
        List<Problem> problems,
        Set<ExtensionRef> missing,
        List<BundleRange> requires) {

    /** Copies the collections. */
    public Analysis {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(app, "app");
        problems = List.copyOf(problems);
        missing = Set.copyOf(missing);
        requires = List.copyOf(requires);
    }

    /** Whether nothing but extensions that are not there keeps the application from being made. */
    public boolean isWaiting() {
        return !missing.isEmpty()
                && problems.stream()
                        .filter(Problem::isError)
                        .allMatch(problem -> problem.code() == AnalysisError.UNKNOWN_EXTENSION);
    }
}
