package eventflux.core.analyze.query;

import eventflux.api.query.QueryStatement;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.List;
import java.util.Locale;

/** Reads the annotations before a query. */
public final class QueryAnnotations {

    private static final List<String> KNOWN = List.of("info", "name");

    private QueryAnnotations() {}

    /** The query's name: {@code @info(name='q')} or {@code @name('q')}. */
    public static String name(QueryStatement statement, String defaultName, ProblemLog problems) {
        String name = defaultName;
        for (Annotation annotation : statement.annotations()) {
            switch (annotation.name().text().toLowerCase(Locale.ROOT)) {
                case "info" -> name = info(annotation, name, problems);
                case "name" ->
                    name = annotation.elements().stream()
                            .findFirst()
                            .map(Setting::text)
                            .orElse(name);
                default -> problems.reportUnknownAnnotation("@", annotation, KNOWN);
            }
        }
        return name;
    }

    private static String info(Annotation annotation, String name, ProblemLog problems) {
        for (Setting element : annotation.elements()) {
            if (element.key().filter(key -> !key.isSameWord("name")).isPresent()) {
                problems.report(
                        AnalysisError.NO_EFFECT_YET,
                        element.position(),
                        "construct",
                        element.key().get() + " of @info");
            }
        }
        return annotation.value("name").orElse(name);
    }
}
