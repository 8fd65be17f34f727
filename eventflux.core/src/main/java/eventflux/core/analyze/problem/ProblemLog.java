package eventflux.core.analyze.problem;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.core.resolved.ExtensionRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Collects what one analysis finds wrong. Used by the thread that analyses. */
public final class ProblemLog {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(problem -> problem.position().orElse(new SourcePosition(1, 1, 1)));

    private final List<Problem> problems = new ArrayList<>();
    private final Set<ExtensionRef> missing = new LinkedHashSet<>();

    /**
     * Something is wrong at a place.
     *
     * @param namesAndValues name, value, name, value … of what the message names
     */
    public void report(AnalysisError error, SourcePosition position, Object... namesAndValues) {
        problems.add(Problem.of(error, namesAndValues).at(position));
    }

    /** Something is wrong at the place that the problem names. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** A name is not among those that are possible; the nearest of them is suggested. */
    public void reportUnknown(Problem problem, SourcePosition position, String name, Collection<String> possibleNames) {
        Problem placed = problem.at(position);
        problems.add(NameSuggestion.nearest(name, possibleNames)
                .map(placed::suggesting)
                .orElse(placed));
    }

    /**
     * An annotation means nothing where it stands. Annotations of other engines and programs may, so that is a warning; one
     * that is near to one of those that are possible was meant to be that, and is an error.
     *
     * @param prefix what stands before its name: {@code @} or {@code @app:}
     */
    public void reportUnknownAnnotation(String prefix, Annotation annotation, Collection<String> possibleNames) {
        String name = annotation.name().text();
        Optional<String> meant = NameSuggestion.nearest(name, possibleNames);
        AnalysisError error = meant.isPresent() ? AnalysisError.MISSPELT_ANNOTATION : AnalysisError.UNKNOWN_ANNOTATION;
        reportUnknown(Problem.of(error, "annotation", prefix + name), annotation.position(), name, possibleNames);
    }

    /** A setting has none of the values that it may have; the nearest is suggested. */
    public void reportUnknownValue(String setting, String value, Collection<String> choices, SourcePosition position) {
        reportUnknown(
                Problem.of(
                        AnalysisError.UNKNOWN_VALUE,
                        "setting",
                        setting,
                        "choices",
                        String.join(", ", choices),
                        "value",
                        value),
                position,
                value.strip(),
                choices);
    }

    /** An extension is not there; the nearest of those that are is suggested. */
    public void reportMissing(ExtensionRef extension, SourcePosition position, Collection<String> presentNames) {
        reportUnknown(missing(extension, ""), position, extension.name(), presentNames);
    }

    /** An extension is not there, and it is known what to write instead. */
    public void reportMissing(ExtensionRef extension, SourcePosition position, String instead) {
        problems.add(missing(extension, "; " + instead).at(position));
    }

    private Problem missing(ExtensionRef extension, String instead) {
        missing.add(extension);
        return Problem.of(
                AnalysisError.UNKNOWN_EXTENSION,
                "kind",
                extension.kind().label(),
                "name",
                extension.name(),
                "instead",
                instead,
                "hint",
                "");
    }

    /** The engine cannot run this yet. */
    public void reportUnsupported(String construct, SourcePosition position) {
        report(AnalysisError.NOT_SUPPORTED_YET, position, "construct", construct);
    }

    /**
     * What is wrong with a text that stands inside the other one.
     *
     * @param place where a place of the inner text lies in the outer one
     */
    public void addAll(ProblemLog inner, UnaryOperator<SourcePosition> place) {
        missing.addAll(inner.missing);
        inner.problems.forEach(problem ->
                problems.add(problem.position().map(place).map(problem::at).orElse(problem)));
    }

    /** Whether anything keeps the application from being made. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** All problems in the order of their places, each once; a name that several inputs lack is one problem. */
    public List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>();
        for (Problem problem : problems.stream().distinct().sorted(BY_PLACE).toList()) {
            int last = sorted.size() - 1;
            if (last >= 0 && isSameName(sorted.get(last), problem)) {
                sorted.set(last, ofBoth(sorted.get(last), problem));
            } else {
                sorted.add(problem);
            }
        }
        return List.copyOf(sorted);
    }

    private static boolean isSameName(Problem one, Problem other) {
        return one.code() == AnalysisError.UNKNOWN_COLUMN
                && other.code() == AnalysisError.UNKNOWN_COLUMN
                && one.position().equals(other.position())
                && one.values().get("column").equals(other.values().get("column"));
    }

    private static Problem ofBoth(Problem one, Problem other) {
        String streams = one.values().get("stream") + " or " + other.values().get("stream");
        return new Problem(
                AnalysisError.UNKNOWN_COLUMN,
                Map.of("stream", streams, "column", one.values().get("column")),
                one.position(),
                one.suggestion().filter(name -> other.suggestion().equals(Optional.of(name))));
    }

    /** The extensions that are not there. */
    public Set<ExtensionRef> missing() {
        return missing;
    }
}
