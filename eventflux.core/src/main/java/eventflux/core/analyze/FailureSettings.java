package eventflux.core.analyze;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.resolved.FailurePolicy.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the rows of one stream that fail, from {@code @OnError}, {@code fault.stream} and {@code error.*}. */
final class FailureSettings {

    /** Begins the name of a fault stream. */
    static final String FAULT = "!";

    private static final List<String> KEYS =
            List.of("error.strategy", "error.dlq.stream", "error.dlq.fallback-strategy", "fault.stream");

    private final String stream;
    private final ProblemLog problems;
    // Written by the thread that analyses.
    private FailurePolicy policy = FailurePolicy.LOG;
    private Optional<RawSetting> deadLetters = Optional.empty();
    private Optional<RawSetting> strategy = Optional.empty();

    FailureSettings(String stream, ProblemLog problems) {
        this.stream = stream;
        this.problems = problems;
    }

    /** {@code @OnError(action='STREAM')}. */
    void takeOnError(Annotation annotation) {
        String action = annotation
                .value("action")
                .or(() -> annotation.value("name"))
                .or(() -> annotation.elements().stream().findFirst().map(Setting::text))
                .orElse("LOG");
        switch (action.toUpperCase(Locale.ROOT)) {
            case "LOG" -> policy = FailurePolicy.LOG;
            case "STREAM" -> useFaultStream();
            case "STORE", "WAIT" ->
                problems.reportUnsupported("@OnError(action='" + action + "')", annotation.position());
            default -> refuse("action", "LOG, STREAM, STORE, WAIT", action, annotation.position());
        }
    }

    /** Whether a setting is one of these. */
    static boolean isMeant(String key) {
        return key.startsWith("error.") || key.equals("fault.stream");
    }

    /** Takes one setting. */
    void take(RawSetting setting) {
        switch (setting.key().toLowerCase(Locale.ROOT)) {
            case "fault.stream" -> takeFaultStream(setting);
            case "error.strategy" -> strategy = Optional.of(setting);
            case "error.dlq.stream" -> deadLetters = Optional.of(setting);
            case "error.dlq.fallback-strategy" -> requireOneOf(setting, List.of("log"), List.of("fail", "retry"));
            case "error.log-level" ->
                requireOneOf(setting, List.of("warn"), List.of("trace", "debug", "info", "error"));
            case "error.retry.max-attempts",
                    "error.retry.backoff",
                    "error.retry.initial-delay",
                    "error.retry.max-delay" -> problems.reportUnsupported(setting.key(), setting.position());
            default ->
                problems.reportUnknown(
                        Problem.of(
                                AnalysisError.UNKNOWN_SETTING, "owner", "stream " + stream, "setting", setting.key()),
                        setting.position(),
                        setting.key(),
                        KEYS);
        }
    }

    private void takeFaultStream(RawSetting setting) {
        if (setting.text().equalsIgnoreCase("true")) {
            useFaultStream();
        } else if (!setting.text().equalsIgnoreCase("false")) {
            refuse(setting.key(), "true, false", setting.text(), setting.position());
        }
    }

    private void useFaultStream() {
        policy = new FailurePolicy(Action.FAULT_STREAM, FAULT + stream);
    }

    /** What was said, for a stream that is defined now. */
    FailurePolicy policy() {
        strategy.ifPresent(setting -> requireOneOf(setting, List.of("drop", "dlq"), List.of("retry", "fail")));
        boolean usesDeadLetters = strategy.filter(setting -> setting.text().equalsIgnoreCase("dlq"))
                .isPresent();
        if (!usesDeadLetters) {
            deadLetters
                    .filter(setting -> strategy.isEmpty())
                    .ifPresent(setting -> reportMissing("error.strategy", setting));
            return policy;
        }
        if (deadLetters.isEmpty()) {
            reportMissing("error.dlq.stream", strategy.get());
            return policy;
        }
        return new FailurePolicy(Action.DEAD_LETTERS, deadLetters.get().text());
    }

    private void reportMissing(String missing, RawSetting beside) {
        problems.report(
                AnalysisError.MISSING_SETTING, beside.position(), "owner", "stream " + stream, "setting", missing);
    }

    /** Where dead letters are said to go. */
    Optional<SourcePosition> deadLettersAt() {
        return deadLetters.map(RawSetting::position);
    }

    private void requireOneOf(RawSetting setting, List<String> possible, List<String> unsupported) {
        String value = setting.text().toLowerCase(Locale.ROOT);
        if (unsupported.contains(value)) {
            problems.reportUnsupported(setting.key() + "='" + setting.text() + "'", setting.position());
        } else if (!possible.contains(value)) {
            String choices = String.join(", ", possible) + ", " + String.join(", ", unsupported);
            refuse(setting.key(), choices, setting.text(), setting.position());
        }
    }

    private void refuse(String setting, String choices, String value, SourcePosition position) {
        problems.report(AnalysisError.UNKNOWN_VALUE, position, "setting", setting, "choices", choices, "value", value);
    }
}
