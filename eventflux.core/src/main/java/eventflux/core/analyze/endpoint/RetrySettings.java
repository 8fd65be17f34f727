package eventflux.core.analyze.endpoint;

import eventflux.api.error.SourcePosition;
import eventflux.api.time.BackOff;
import eventflux.api.time.BackOff.Growth;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.catalog.DurationText;
import eventflux.core.resolved.Retries;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How often and after which pauses something is tried again, from settings such as {@code max-attempts} and {@code backoff}. */
public final class RetrySettings {

    /** The names of the settings, behind the prefix that says what is tried. */
    static final List<String> NAMES = List.of("max-attempts", "backoff", "initial-delay", "max-delay", "jitter");

    private final Retries usual;
    private final ProblemLog problems;
    private final Map<String, RawSetting> given = new HashMap<>();

    /**
     * Settings of which none is given yet.
     *
     * @param usual what is done where they say nothing
     */
    public RetrySettings(Retries usual, ProblemLog problems) {
        this.usual = usual;
        this.problems = problems;
    }

    /** A name in the spelling of {@link #NAMES}: dots, underscores and a unit at the end make no difference. */
    static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-').replaceFirst("-ms$", "");
    }

    /** Takes a setting if there is one of the name. */
    boolean take(String name, RawSetting setting) {
        String canonical = canonical(name);
        boolean isKnown = NAMES.contains(canonical);
        if (isKnown) {
            given.put(canonical, setting);
        }
        return isKnown;
    }

    /** Whether anything was said. */
    boolean isGiven() {
        return !given.isEmpty();
    }

    /** Where something was said first, if anything was. */
    Optional<SourcePosition> position() {
        return given.values().stream().map(RawSetting::position).min(Comparator.naturalOrder());
    }

    /** What was said, with what is usual for the rest. */
    Retries finish() {
        BackOff pauses = usual.backOff();
        long initial = millis("initial-delay").orElse(pauses.initialMillis());
        long most = Math.max(initial, millis("max-delay").orElse(pauses.mostMillis()));
        BackOff backOff = new BackOff(growth().orElse(pauses.growth()), initial, most, jitter(pauses.jitter()));
        return new Retries(attempts().orElse(usual.most()), backOff);
    }

    private OptionalLong millis(String name) {
        RawSetting setting = given.get(name);
        OptionalLong millis = setting == null ? OptionalLong.empty() : DurationText.millis(setting.text());
        if (setting != null && millis.isEmpty()) {
            setting.refuse(problems, "a duration");
        }
        return millis;
    }

    private Optional<Growth> growth() {
        RawSetting setting = given.get("backoff");
        if (setting == null) {
            return Optional.empty();
        }
        for (Growth growth : Growth.values()) {
            if (growth.name().equalsIgnoreCase(setting.text().strip())) {
                return Optional.of(growth);
            }
        }
        problems.reportUnknownValue(
                setting.key(), setting.text(), List.of("fixed", "linear", "exponential"), setting.position());
        return Optional.empty();
    }

    private double jitter(double otherwise) {
        RawSetting setting = given.get("jitter");
        if (setting == null) {
            return otherwise;
        }
        String text = setting.text().strip();
        if (!text.matches("0|1|[01]?\\.\\d{1,6}") || Double.parseDouble(text) > 1) {
            setting.refuse(problems, "a part of a pause from 0 to 1");
            return otherwise;
        }
        return Double.parseDouble(text);
    }

    private OptionalLong attempts() {
        RawSetting setting = given.get("max-attempts");
        if (setting == null) {
            return OptionalLong.empty();
        }
        String text = setting.text().strip().toLowerCase(Locale.ROOT);
        if (text.equals("-1") || text.equals("unlimited")) {
            return OptionalLong.of(Retries.FOREVER);
        }
        if (!text.matches("\\d{1,9}")) {
            setting.refuse(problems, "a number of times, or unlimited");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}
