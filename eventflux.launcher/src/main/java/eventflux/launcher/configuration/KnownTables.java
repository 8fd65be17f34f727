package eventflux.launcher.configuration;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.launcher.EditDistance;
import eventflux.launcher.LauncherError;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The names that may stand at the top of a file. A slip of the pen there would silently take everything below it away. */
final class KnownTables {

    private static final List<String> NAMES = List.of(
            "application",
            "applications",
            "streams",
            "tables",
            "refs",
            "properties",
            "extensions",
            "runtime",
            "persistence",
            "errors",
            "state",
            "distributed",
            "security",
            "observability",
            "monitoring",
            "metadata",
            "apiVersion",
            "kind");

    private KnownTables() {}

    static void require(Collection<String> keys, Path file) {
        List<Problem> problems = keys.stream()
                .map(key -> key.split("\\.", 2)[0])
                .distinct()
                .filter(name -> !NAMES.contains(name))
                .map(name -> LauncherError.UNKNOWN_TABLE.problem(
                        Map.of("name", name, "file", file.toString()), EditDistance.nearest(name, NAMES)))
                .toList();
        if (!problems.isEmpty()) {
            throw new EventFluxException(problems);
        }
    }
}
