package eventflux.core.analyze.endpoint;

import eventflux.api.error.Problem;
import eventflux.api.time.BackOff;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.catalog.DurationText;
import eventflux.core.resolved.ConnectionPolicy;
import eventflux.core.resolved.ConnectionPolicy.Breaker;
import eventflux.core.resolved.Retries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How sources and sinks hold their connections, from {@code connection.required}, {@code reconnect.*} and {@code circuit-breaker.*}.
 */
public final class ConnectionSettings {

    /** The keys, for suggestions. */
    static final List<String> KEYS = keys();

    private static final String REQUIRED = "connection.required";
    private static final String RECONNECT = "reconnect.";
    private static final String BREAKER = "circuit-breaker.";
    private static final String OTHER_BREAKER = "circuit.breaker.";
    private static final long RECOVERY_MILLIS = 30_000;
    private static final int FAILURES = 5;

    private final String owner;
    private final ProblemLog problems;
    private final RetrySettings reconnect;
    // Written by the thread that analyses.
    private boolean isRequired = true;
    private Optional<RawSetting> failures = Optional.empty();
    private Optional<RawSetting> recovery = Optional.empty();
    private boolean isGiven;

    /**
     * Settings of which none is given yet.
     *
     * @param owner who says it, for messages
     */
    public ConnectionSettings(String owner, ProblemLog problems) {
        this.owner = owner;
        this.problems = problems;
        this.reconnect = new RetrySettings(new Retries(Retries.FOREVER, BackOff.RECONNECT), problems);
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("connection.required", "circuit-breaker.failures"));
        keys.add("circuit-breaker.recovery");
        RetrySettings.NAMES.forEach(name -> keys.add("reconnect." + name));
        return keys;
    }

    /** Whether a setting is one of these. */
    static boolean isMeant(String key) {
        return key.equals(REQUIRED)
                || key.startsWith(RECONNECT)
                || key.startsWith(BREAKER)
                || key.startsWith(OTHER_BREAKER);
    }

    /** Whether anything was said. */
    boolean isGiven() {
        return isGiven;
    }

    /** Takes one setting. */
    void take(RawSetting setting) {
        isGiven = true;
        String key = setting.key().toLowerCase(Locale.ROOT).replace(OTHER_BREAKER, BREAKER);
        if (key.equals(REQUIRED)) {
            takeRequired(setting);
        } else if (key.equals(BREAKER + "failures")) {
            failures = Optional.of(setting);
        } else if (key.equals(BREAKER + "recovery")) {
            recovery = Optional.of(setting);
        } else if (!key.startsWith(RECONNECT) || !reconnect.take(key.substring(RECONNECT.length()), setting)) {
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", owner, "setting", setting.key()),
                    setting.position(),
                    setting.key(),
                    KEYS);
        }
    }

    private void takeRequired(RawSetting setting) {
        String text = setting.text().strip().toLowerCase(Locale.ROOT);
        if (text.equals("true") || text.equals("false")) {
            isRequired = text.equals("true");
        } else {
            setting.refuse(problems, "true or false");
        }
    }

    /** What was said. */
    ConnectionPolicy policy() {
        boolean hasBreaker = failures.isPresent() || recovery.isPresent();
        return new ConnectionPolicy(
                isRequired, reconnect.finish(), hasBreaker ? Optional.of(breaker()) : Optional.empty());
    }

    private Breaker breaker() {
        int most = failures.map(setting -> setting.wholeNumber(Integer.MAX_VALUE, problems))
                .orElse(OptionalInt.empty())
                .orElse(FAILURES);
        OptionalLong millis =
                recovery.isPresent() ? DurationText.millis(recovery.get().text()) : OptionalLong.of(RECOVERY_MILLIS);
        if (millis.isEmpty()) {
            recovery.get().refuse(problems, "a duration");
        }
        return new Breaker(most, millis.orElse(RECOVERY_MILLIS));
    }
}
