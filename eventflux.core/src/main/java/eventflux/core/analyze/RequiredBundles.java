package eventflux.core.analyze;

import eventflux.api.error.Problem;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.BundleRange;
import eventflux.core.catalog.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads which versions of bundles an application takes: {@code @app:requires(bundle='acme.windows', version='[1.2,2)')}. */
final class RequiredBundles {

    /** The name of the annotation behind {@code @app:}. */
    static final String ANNOTATION = "requires";

    private static final String OWNER = "@app:requires";

    private final ProblemLog problems;

    private RequiredBundles(ProblemLog problems) {
        this.problems = problems;
    }

    /** All ranges of an application; what is wrong with one is reported, and it does not count. */
    static List<BundleRange> read(List<Annotation> annotations, ProblemLog problems) {
        RequiredBundles reader = new RequiredBundles(problems);
        List<BundleRange> ranges = new ArrayList<>();
        for (Annotation annotation : annotations) {
            if (annotation.namespace().isPresent() && annotation.name().isSameWord(ANNOTATION)) {
                reader.read(annotation).ifPresent(ranges::add);
            }
        }
        return ranges;
    }

    private Optional<BundleRange> read(Annotation annotation) {
        Optional<Setting> bundle = Optional.empty();
        Optional<Setting> version = Optional.empty();
        for (Setting element : annotation.elements()) {
            String key = element.key().map(Name::text).orElse("").toLowerCase(Locale.ROOT);
            switch (key) {
                case "bundle" -> bundle = Optional.of(element);
                case "version" -> version = Optional.of(element);
                default ->
                    problems.reportUnknown(
                            Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", OWNER, "setting", key),
                            element.position(),
                            key,
                            List.of("bundle", "version"));
            }
        }
        require(bundle, "bundle", annotation);
        require(version, "version", annotation);
        Optional<VersionRange> range = version.flatMap(this::range);
        return bundle.flatMap(
                name -> range.map(versions -> new BundleRange(name.text().strip(), versions)));
    }

    private void require(Optional<Setting> setting, String name, Annotation annotation) {
        if (setting.isEmpty()) {
            problems.report(AnalysisError.MISSING_SETTING, annotation.position(), "owner", OWNER, "setting", name);
        }
    }

    private Optional<VersionRange> range(Setting setting) {
        Optional<VersionRange> range = VersionRange.of(setting.text());
        if (range.isEmpty()) {
            problems.report(
                    AnalysisError.WRONG_SETTING,
                    setting.position(),
                    "setting",
                    "version",
                    "types",
                    "a range of versions, such as '[1.2,2)' or '1.2'",
                    "value",
                    setting.text());
        }
        return range;
    }
}
