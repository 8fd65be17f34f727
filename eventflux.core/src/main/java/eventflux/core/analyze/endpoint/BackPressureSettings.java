package eventflux.core.analyze.endpoint;

import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.catalog.DurationText;
import eventflux.core.resolved.WhenFull;
import eventflux.core.resolved.WhenFull.Strategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What senders do while the ring of a stream is full: {@code backpressure.strategy}, and what its strategies need. A setting
 * that belongs to one strategy alone says that it is this one.
 */
public final class BackPressureSettings {

    /** The keys as the SQL dialect spells them. */
    static final List<String> KEYS =
            List.of("backpressure_strategy", "timeout", "max_delay", "failure_threshold", "recovery_timeout");

    private static final long DEFAULT_MILLIS = 1_000;
    private static final int DEFAULT_FAILURES = 10;
    private static final int MOST_FAILURES = 1 << 24;

    private static final Map<String, Strategy> STRATEGIES = new LinkedHashMap<>();

    static {
        STRATEGIES.put("block", Strategy.BLOCK);
        STRATEGIES.put("drop", Strategy.DROP_NEWEST);
        STRATEGIES.put("drop-newest", Strategy.DROP_NEWEST);
        STRATEGIES.put("drop-oldest", Strategy.DROP_OLDEST);
        STRATEGIES.put("timeout", Strategy.TIMEOUT);
        STRATEGIES.put("block-with-timeout", Strategy.TIMEOUT);
        STRATEGIES.put("exponential-backoff", Strategy.EXPONENTIAL_BACKOFF);
        STRATEGIES.put("circuit-breaker", Strategy.CIRCUIT_BREAKER);
    }

    private final ProblemLog problems;
    private final Map<Strategy, RawSetting> owned = new LinkedHashMap<>();

    // Written by the thread that analyses.
    private Optional<Strategy> strategy = Optional.empty();
    private long millis = DEFAULT_MILLIS;
    private int failures = DEFAULT_FAILURES;

    public BackPressureSettings(ProblemLog problems) {
        this.problems = problems;
    }

    /** Takes one setting, by its key with dots; answers whether it is one of these. */
    boolean take(String key, RawSetting setting) {
        switch (key) {
            case "backpressure", "backpressure.strategy" -> takeStrategy(setting);
            case "timeout", "timeout.ms" -> takeMillis(Strategy.TIMEOUT, setting);
            case "max.delay", "max.delay.ms" -> takeMillis(Strategy.EXPONENTIAL_BACKOFF, setting);
            case "recovery.timeout", "recovery.timeout.ms" -> takeMillis(Strategy.CIRCUIT_BREAKER, setting);
            case "failure.threshold" -> takeFailures(setting);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What was said. */
    WhenFull whenFull() {
        Strategy chosen =
                strategy.orElseGet(() -> owned.keySet().stream().findFirst().orElse(Strategy.BLOCK));
        owned.forEach((owner, setting) -> {
            if (owner != chosen) {
                problems.report(
                        AnalysisError.STRAY_SETTING,
                        setting.position(),
                        "setting",
                        setting.key(),
                        "strategy",
                        name(chosen));
            }
        });
        return new WhenFull(chosen, millis, failures);
    }

    private void takeStrategy(RawSetting setting) {
        String name = setting.text().strip().toLowerCase(Locale.ROOT).replace('_', '-');
        Strategy found = STRATEGIES.get(name);
        if (found != null) {
            strategy = Optional.of(found);
            return;
        }
        problems.reportUnknownValue(setting.key(), setting.text(), STRATEGIES.keySet(), setting.position());
    }

    private void takeMillis(Strategy owner, RawSetting setting) {
        owned.put(owner, setting);
        OptionalLong found = DurationText.millis(setting.text());
        if (found.isPresent() && found.getAsLong() > 0) {
            millis = found.getAsLong();
        } else {
            setting.refuse(problems, "a duration");
        }
    }

    private void takeFailures(RawSetting setting) {
        owned.put(Strategy.CIRCUIT_BREAKER, setting);
        failures = setting.wholeNumber(MOST_FAILURES, problems).orElse(DEFAULT_FAILURES);
    }

    private static String name(Strategy strategy) {
        return STRATEGIES.entrySet().stream()
                .filter(entry -> entry.getValue() == strategy)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
