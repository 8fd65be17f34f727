package eventflux.core.analyze.definition;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.catalog.DurationText;
import eventflux.core.resolved.ResolvedStore.Cache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is said of the cache in front of a store: {@code @cache(size='…', …)} in its annotation, or settings that begin
 * with {@code cache.}.
 */
final class CacheSettings {

    private static final String PREFIX = "cache.";
    private static final String SIZE = "cache.size";
    private static final String POLICY = "cache.policy";
    private static final String RETENTION = "cache.retention.period";
    private static final String PURGE = "cache.purge.interval";
    private static final List<String> KEYS = List.of(SIZE, POLICY, RETENTION, PURGE);
    private static final List<String> POLICIES = List.of("FIFO", "LRU", "LFU");

    private final ProblemLog problems;
    private final Map<String, RawSetting> taken = new LinkedHashMap<>();

    CacheSettings(ProblemLog problems) {
        this.problems = problems;
    }

    /** Whether an annotation asks for a cache. */
    static boolean isCache(Annotation annotation) {
        return annotation.name().isSameWord("cache");
    }

    /** Reports an annotation that does not say how large the cache is to be. */
    static void requireElements(Annotation cache, ProblemLog problems) {
        if (cache.elements().isEmpty()) {
            reportMissingSize(cache.position(), problems);
        }
    }

    private static void reportMissingSize(SourcePosition position, ProblemLog problems) {
        problems.report(AnalysisError.MISSING_SETTING, position, "owner", "a cache", "setting", SIZE);
    }

    /** An element of the annotation, called as the settings are. */
    static RawSetting nested(RawSetting element) {
        return element.key().toLowerCase(Locale.ROOT).startsWith(PREFIX) ? element : element.as(PREFIX + element.key());
    }

    /** Takes a setting if it is about the cache; what the text says stands above what the configuration says. */
    boolean take(RawSetting setting) {
        String key = setting.key().toLowerCase(Locale.ROOT).replace('_', '.');
        if (!key.startsWith(PREFIX)) {
            return false;
        }
        if (!KEYS.contains(key)) {
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", "a cache", "setting", setting.key()),
                    setting.position(),
                    setting.key(),
                    KEYS);
            return true;
        }
        RawSetting other = taken.get(key);
        if (other != null && other.layer() == setting.layer()) {
            problems.report(AnalysisError.DUPLICATE_SETTING, setting.position(), "setting", setting.key());
        } else if (other == null || other.layer().compareTo(setting.layer()) < 0) {
            taken.put(key, setting);
        }
        return true;
    }

    /** The cache, when one is asked for and nothing is wrong with it. */
    Optional<Cache> finish() {
        Optional<SourcePosition> position =
                taken.values().stream().map(RawSetting::position).findFirst();
        if (position.isEmpty()) {
            return Optional.empty();
        }
        Optional.ofNullable(taken.get(POLICY))
                .filter(policy -> !POLICIES.contains(policy.text().toUpperCase(Locale.ROOT)))
                .ifPresent(policy -> policy.refuse(problems, "one of " + String.join(", ", POLICIES)));
        millis(PURGE);
        OptionalLong retention = millis(RETENTION);
        if (!taken.containsKey(SIZE)) {
            reportMissingSize(position.get(), problems);
            return Optional.empty();
        }
        OptionalInt rows = taken.get(SIZE).wholeNumber(Integer.MAX_VALUE, problems);
        return rows.isPresent()
                ? Optional.of(
                        new Cache(rows.getAsInt(), retention, taken.get(SIZE).position()))
                : Optional.empty();
    }

    private OptionalLong millis(String key) {
        RawSetting setting = taken.get(key);
        if (setting == null) {
            return OptionalLong.empty();
        }
        OptionalLong millis = DurationText.millis(setting.text());
        if (millis.isEmpty() || millis.getAsLong() == 0) {
            setting.refuse(problems, "a duration");
            return OptionalLong.empty();
        }
        return millis;
    }
}
