package eventflux.core.analyze.endpoint;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.api.time.BackOff;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.resolved.FailurePolicy.Action;
import eventflux.core.resolved.Retries;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of what fails, from {@code @OnError}, {@code on.error}, {@code fault.stream} and {@code error.*}: of the rows of a
 * stream, or of the rows and messages of one source or sink.
 */
public final class FailureSettings {

    /** Begins the name of a fault stream. */
    public static final String FAULT = "!";

    /** The keys, for suggestions. */
    static final List<String> KEYS = List.of(
            "error.strategy",
            "error.log-level",
            "error.dlq.stream",
            "error.dlq.fallback-strategy",
            "error.retry.max-attempts",
            "error.retry.backoff",
            "error.retry.initial-delay",
            "error.retry.max-delay",
            "error.retry.jitter",
            "fault.stream");

    private static final String PREFIX = "error.";
    private static final String RETRY = "retry.";
    private static final String FALLBACK_RETRY = "dlq.fallback-retry.";
    private static final String CHOICES = "drop, log, retry, wait, dlq, stream, store, fail";
    private static final Retries THREE_TIMES = new Retries(3, new BackOff(BackOff.Growth.EXPONENTIAL, 100, 30_000, 0));
    private static final Map<String, Level> LEVELS = Map.of(
            "trace", Level.TRACE,
            "debug", Level.DEBUG,
            "info", Level.INFO,
            "warn", Level.WARNING,
            "warning", Level.WARNING,
            "error", Level.ERROR);

    private final String stream;
    private final String owner;
    private final ProblemLog problems;
    private final RetrySettings retry;
    private final RetrySettings fallbackRetry;
    // Written by the thread that analyses.
    private Optional<Said> onError = Optional.empty();
    private Optional<RawSetting> strategy = Optional.empty();
    private Optional<RawSetting> deadLetters = Optional.empty();
    private Optional<RawSetting> fallback = Optional.empty();
    private Level level = Level.WARNING;
    private boolean isFault;
    private Optional<FailurePolicy> finished = Optional.empty();

    /**
     * Settings of which none is given yet.
     *
     * @param stream whose rows or messages fail
     * @param owner who says it, for messages: {@code stream In}
     */
    public FailureSettings(String stream, String owner, ProblemLog problems) {
        this.stream = stream;
        this.owner = owner;
        this.problems = problems;
        this.retry = new RetrySettings(THREE_TIMES, problems);
        this.fallbackRetry = new RetrySettings(THREE_TIMES, problems);
    }

    /** A policy and where it was said. */
    private record Said(Word word, SourcePosition position) {}

    /** What authors call the policies. */
    private enum Word {
        LOG,
        RETRY,
        WAIT,
        DLQ,
        STREAM,
        STORE,
        FAIL;

        static Optional<Word> of(String text) {
            String upper = text.strip().toUpperCase(Locale.ROOT);
            if (upper.equals("DROP")) {
                return Optional.of(LOG);
            }
            for (Word word : values()) {
                if (word.name().equals(upper)) {
                    return Optional.of(word);
                }
            }
            return Optional.empty();
        }
    }

    /** {@code @OnError(action='STREAM')}, with further settings beside it. */
    void takeOnError(Annotation annotation) {
        String action = annotation
                .value("action")
                .or(() -> annotation.value("name"))
                .or(() -> annotation.elements().stream()
                        .filter(element -> element.key().isEmpty())
                        .findFirst()
                        .map(Setting::text))
                .orElse("LOG");
        onError = said("action", action, annotation.position());
        RawSetting.written(annotation.elements()).stream()
                .filter(setting -> !setting.key().equalsIgnoreCase("action")
                        && !setting.key().equalsIgnoreCase("name"))
                .forEach(this::take);
    }

    /** {@code on.error='WAIT'} of a source or sink. */
    void takeOnError(RawSetting setting) {
        onError = said(setting.key(), setting.text(), setting.position());
    }

    /** Whether a setting is one of these. */
    static boolean isMeant(String key) {
        return key.startsWith(PREFIX) || key.equals("fault.stream") || key.equals("on.error");
    }

    /** Takes one setting. */
    void take(RawSetting setting) {
        String lower = setting.key().toLowerCase(Locale.ROOT).replace('_', '-');
        String key = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
        switch (key) {
            case "on.error" -> takeOnError(setting);
            case "fault.stream" -> takeFaultStream(setting);
            case "strategy" -> strategy = Optional.of(setting);
            case "dlq.stream" -> deadLetters = Optional.of(setting);
            case "dlq.fallback-strategy", "dlq.fallback.strategy" -> fallback = Optional.of(setting);
            case "log-level", "log.level" -> takeLevel(setting);
            default -> {
                boolean isTaken = key.startsWith(RETRY) && retry.take(key.substring(RETRY.length()), setting)
                        || key.startsWith(FALLBACK_RETRY)
                                && fallbackRetry.take(key.substring(FALLBACK_RETRY.length()), setting);
                if (!isTaken) {
                    reportUnknown(setting);
                }
            }
        }
    }

    private void takeLevel(RawSetting setting) {
        Level named = LEVELS.get(setting.text().strip().toLowerCase(Locale.ROOT));
        if (named == null) {
            refuse(setting.key(), "trace, debug, info, warn, error", setting.text(), setting.position());
        } else {
            level = named;
        }
    }

    private void takeFaultStream(RawSetting setting) {
        isFault = setting.text().equalsIgnoreCase("true");
        if (!isFault && !setting.text().equalsIgnoreCase("false")) {
            refuse(setting.key(), "true, false", setting.text(), setting.position());
        }
    }

    private Optional<Said> said(String setting, String text, SourcePosition position) {
        Optional<Word> word = Word.of(text);
        if (word.isEmpty()) {
            refuse(setting, CHOICES, text, position);
        }
        return word.map(found -> new Said(found, position));
    }

    /** Whether anything was said. */
    public boolean isGiven() {
        return onError.isPresent()
                || strategy.isPresent()
                || isFault
                || deadLetters.isPresent()
                || retry.isGiven()
                || level != Level.WARNING;
    }

    /** What was said of the rows that queries fail on; once, for a stream that is defined now. */
    public FailurePolicy policy() {
        if (finished.isEmpty()) {
            Optional<Said> said = said();
            Word word = said.map(Said::word).orElse(isFault ? Word.STREAM : Word.LOG);
            finished = Optional.of(policy(word, said.map(Said::position)));
        }
        return finished.get();
    }

    /** What was said of the source or sink that the same settings declare, and of those that say nothing themselves. */
    public FailurePolicy ofEndpoints() {
        boolean isOfQueries = strategy.isEmpty()
                && !onError.map(Said::word)
                        .filter(FailureSettings::isOfEndpoints)
                        .isPresent();
        return isOfQueries ? new FailurePolicy(Action.LOG, "", Retries.NONE, level) : policy();
    }

    // As in the classic dialect the fault stream and the error store are for queries; sinks have policies of their own.
    private static boolean isOfEndpoints(Word word) {
        return word == Word.RETRY || word == Word.WAIT || word == Word.FAIL || word == Word.DLQ;
    }

    private Optional<Said> said() {
        Optional<Said> said = strategy.flatMap(setting -> said(setting.key(), setting.text(), setting.position()));
        return said.or(() -> isFault ? Optional.empty() : onError);
    }

    private FailurePolicy policy(Word word, Optional<SourcePosition> position) {
        Retries retries = word == Word.RETRY || retry.isGiven() ? retry.finish() : Retries.NONE;
        boolean isForLetters = word == Word.DLQ || word == Word.RETRY && deadLetters.isPresent();
        if (isForLetters && deadLetters.isEmpty()) {
            problems.report(
                    AnalysisError.MISSING_SETTING,
                    position.orElseThrow(),
                    "owner",
                    owner,
                    "setting",
                    "error.dlq.stream");
            return FailurePolicy.LOG;
        }
        Optional<SourcePosition> stray = deadLetters
                .filter(setting -> !isForLetters)
                .map(RawSetting::position)
                .or(() -> position.isEmpty() && !isFault ? retry.position() : Optional.empty());
        if (stray.isPresent()) {
            problems.report(AnalysisError.MISSING_SETTING, stray.get(), "owner", owner, "setting", "error.strategy");
        }
        if (isForLetters) {
            return new FailurePolicy(Action.DEAD_LETTERS, deadLetters.get().text(), retries, level);
        }
        return switch (word) {
            case WAIT -> new FailurePolicy(Action.LOG, "", forever(), level);
            case STREAM -> new FailurePolicy(Action.FAULT_STREAM, FAULT + stream, retries, level);
            case STORE -> new FailurePolicy(Action.STORE, "", retries, level);
            case FAIL -> new FailurePolicy(Action.FAIL, "", retries, level);
            default -> new FailurePolicy(Action.LOG, "", retries, level);
        };
    }

    private Retries forever() {
        return new Retries(Retries.FOREVER, retry.isGiven() ? retry.finish().backOff() : BackOff.RECONNECT);
    }

    /** What becomes of dead letters that the sinks of their stream fail on, if that was said. */
    public Optional<FailurePolicy> fallback() {
        if (fallback.isEmpty()) {
            return Optional.empty();
        }
        return switch (fallback.get().text().strip().toLowerCase(Locale.ROOT)) {
            case "log" -> Optional.of(FailurePolicy.LOG);
            case "fail" -> Optional.of(new FailurePolicy(Action.FAIL, "", Retries.NONE, level));
            case "retry" -> Optional.of(new FailurePolicy(Action.LOG, "", fallbackRetry.finish(), level));
            default -> {
                RawSetting setting = fallback.get();
                refuse(setting.key(), "log, fail, retry", setting.text(), setting.position());
                yield Optional.empty();
            }
        };
    }

    /** Where dead letters are said to go. */
    public Optional<SourcePosition> deadLettersAt() {
        return deadLetters.map(RawSetting::position);
    }

    private void reportUnknown(RawSetting setting) {
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", owner, "setting", setting.key()),
                setting.position(),
                setting.key(),
                KEYS);
    }

    private void refuse(String setting, String choices, String value, SourcePosition position) {
        problems.reportUnknownValue(setting, value, List.of(choices.split(", ")), position);
    }
}
