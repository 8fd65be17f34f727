package eventflux.core.analyze.partition;

import eventflux.api.error.Problem;
import eventflux.api.query.PartitionStatement;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.DurationText;
import eventflux.core.resolved.ResolvedPartition.Purge;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the annotations before a partition. */
public final class PartitionAnnotations {

    private static final List<String> KNOWN = List.of("purge", "info");
    private static final List<String> PURGE = List.of("enable", "interval", "idle.period");
    private static final long DEFAULT_INTERVAL_MILLIS = 300_000;

    private final ProblemLog problems;

    public PartitionAnnotations(ProblemLog problems) {
        this.problems = problems;
    }

    /** The partition's name: {@code @info(name='p')}. */
    public static String name(PartitionStatement statement, String defaultName) {
        return statement.header().annotations().stream()
                .filter(annotation -> annotation.name().isSameWord("info"))
                .flatMap(annotation -> annotation.value("name").stream())
                .findFirst()
                .orElse(defaultName);
    }

    /** {@code @purge(enable='true', interval='5 min', idle.period='1 hour')}; empty when nothing is to be forgotten. */
    Optional<Purge> purge(PartitionStatement statement) {
        Optional<Purge> purge = Optional.empty();
        for (Annotation annotation : statement.header().annotations()) {
            if (annotation.name().isSameWord("purge")) {
                purge = purge(annotation);
            } else if (!annotation.name().isSameWord("info")) {
                problems.reportUnknownAnnotation("@", annotation, KNOWN);
            }
        }
        return purge;
    }

    private Optional<Purge> purge(Annotation annotation) {
        for (Setting element : annotation.elements()) {
            String key = element.key().map(Name::text).orElse("").toLowerCase(Locale.ROOT);
            if (!PURGE.contains(key)) {
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", "@purge", "setting", key),
                        element.position(),
                        key,
                        PURGE);
            }
        }
        boolean isOn = isEnabled(annotation);
        OptionalLong idle = millis(annotation, "idle.period");
        OptionalLong interval = millis(annotation, "interval");
        return isOn && idle.isPresent()
                ? Optional.of(new Purge(interval.orElse(DEFAULT_INTERVAL_MILLIS), idle.getAsLong()))
                : Optional.empty();
    }

    private boolean isEnabled(Annotation annotation) {
        Optional<Setting> enable = element(annotation, "enable");
        if (enable.isEmpty()) {
            reportMissing(annotation, "enable");
            return false;
        }
        boolean isOn = enable.get().text().equalsIgnoreCase("true");
        if (!isOn && !enable.get().text().equalsIgnoreCase("false")) {
            reportWrong("enable", "true or false", enable.get());
        }
        if (isOn && element(annotation, "idle.period").isEmpty()) {
            reportMissing(annotation, "idle.period");
        }
        return isOn;
    }

    private OptionalLong millis(Annotation annotation, String key) {
        Optional<Setting> element = element(annotation, key);
        if (element.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong millis = DurationText.millis(element.get().text());
        if (millis.isEmpty() || millis.getAsLong() == 0) {
            reportWrong(key, "a duration", element.get());
            return OptionalLong.empty();
        }
        return millis;
    }

    private static Optional<Setting> element(Annotation annotation, String key) {
        return annotation.elements().stream()
                .filter(element ->
                        element.key().filter(name -> name.isSameWord(key)).isPresent())
                .findFirst();
    }

    private void reportMissing(Annotation annotation, String setting) {
        problems.report(AnalysisError.MISSING_SETTING, annotation.position(), "owner", "@purge", "setting", setting);
    }

    private void reportWrong(String setting, String types, Setting element) {
        problems.report(
                AnalysisError.WRONG_SETTING,
                element.position(),
                "setting",
                setting,
                "types",
                types,
                "value",
                element.text());
    }
}
