package eventflux.core.analyze.endpoint;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several destinations of one sink: {@code @distribution(strategy='roundRobin', @destination(topic='a'), …)}, or {@code
 * distribution.strategy} and {@code destination.1.topic}.
 */
public final class SpreadSettings {

    private static final String DISTRIBUTION = "distribution.";
    private static final Pattern DESTINATION = Pattern.compile("(?i)destination\\.(\\d{1,3})\\.(.+)");
    private static final String STRATEGY = "strategy";

    private final ProblemLog problems;
    private final List<RawSetting> distribution = new ArrayList<>();
    private final Map<Integer, List<RawSetting>> destinations = new TreeMap<>();

    public SpreadSettings(ProblemLog problems) {
        this.problems = problems;
    }

    /** Takes a setting of the stream if it is one of these. */
    boolean take(RawSetting setting) {
        Matcher destination = DESTINATION.matcher(setting.key());
        if (destination.matches()) {
            destinations
                    .computeIfAbsent(Integer.valueOf(destination.group(1)), number -> new ArrayList<>())
                    .add(setting.as(destination.group(2)).above());
            return true;
        }
        boolean isMeant = setting.key().toLowerCase(Locale.ROOT).startsWith(DISTRIBUTION);
        if (isMeant) {
            distribution.add(setting.as(setting.key().substring(DISTRIBUTION.length())));
        }
        return isMeant;
    }

    /** Takes an annotation. */
    void take(Annotation annotation) {
        distribution.addAll(RawSetting.written(annotation.elements()));
        for (Annotation nested : annotation.nested()) {
            if (nested.name().isSameWord("destination")) {
                List<RawSetting> settings = RawSetting.written(nested.elements()).stream()
                        .map(RawSetting::above)
                        .toList();
                destinations.put(destinations.size() + 1, settings);
            } else {
                EndpointAnnotations.reportUnknown(nested, List.of("destination"), problems);
            }
        }
    }

    /**
     * What was said, if anything was.
     *
     * @param declaration where, for what is missing
     */
    Optional<SpreadDraft> finish(SourcePosition declaration) {
        if (distribution.isEmpty() && destinations.isEmpty()) {
            return Optional.empty();
        }
        Optional<RawSetting> strategy = distribution.stream()
                .filter(setting -> setting.key().equalsIgnoreCase(STRATEGY))
                .reduce((earlier, later) -> later);
        if (strategy.isEmpty() || destinations.isEmpty()) {
            problems.report(
                    AnalysisError.MISSING_SETTING,
                    declaration,
                    "owner",
                    "the distribution",
                    "setting",
                    strategy.isEmpty() ? STRATEGY : "destination");
            return Optional.empty();
        }
        List<RawSetting> settings = distribution.stream()
                .filter(setting -> !setting.key().equalsIgnoreCase(STRATEGY))
                .toList();
        return Optional.of(new SpreadDraft(strategy.get(), settings, List.copyOf(destinations.values())));
    }
}
