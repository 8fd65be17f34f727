package eventflux.core.analyze.endpoint;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.resolved.ResolvedStream.AsyncOptions;
import eventflux.core.resolved.Sharding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one stream is decoupled from its senders, from {@code @Async(buffer.size='256')} and {@code WITH (async.buffer_size=256)}.
 * Dots and underscores mean the same.
 */
public final class AsyncSettings {

    /** The keys as the SQL dialect spells them. */
    static final List<String> KEYS = Stream.concat(
                    Stream.of("enabled", "buffer_size", "workers", "batch_size_max"),
                    BackPressureSettings.KEYS.stream())
            .toList();

    private static final int DEFAULT_BUFFER_SIZE = 1024;
    private static final int DEFAULT_BATCH_SIZE = 256;
    private static final int LARGEST = 1 << 24;

    private final ProblemLog problems;
    private final BackPressureSettings pressure;

    // Written by the thread that analyses.
    private boolean isEnabled;
    private int bufferSize = DEFAULT_BUFFER_SIZE;
    private int batchSize = DEFAULT_BATCH_SIZE;
    private int workers = 1;
    private Optional<SourcePosition> workersPosition = Optional.empty();

    public AsyncSettings(boolean isEnabled, ProblemLog problems) {
        this.isEnabled = isEnabled;
        this.problems = problems;
        this.pressure = new BackPressureSettings(problems);
    }

    /** The stream is decoupled, or is not. */
    void enable(boolean enabled) {
        isEnabled = enabled;
    }

    /** Takes one setting, whose key is without {@code async.}; having any means that the stream is decoupled. */
    void take(String key, RawSetting setting) {
        String dotted = key.replace('_', '.').toLowerCase(Locale.ROOT);
        if (pressure.take(dotted, setting)) {
            isEnabled = true;
            return;
        }
        switch (dotted) {
            case "enabled" -> isEnabled = truth(setting);
            case "buffer.size" -> bufferSize = number(setting, LARGEST, bufferSize);
            case "batch.size.max" -> batchSize = number(setting, LARGEST, batchSize);
            case "workers" -> takeWorkers(setting);
            default ->
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", "async", "setting", setting.key()),
                        setting.position(),
                        key,
                        KEYS);
        }
    }

    /** What was said; empty when the stream is not decoupled. */
    public Optional<AsyncOptions> options() {
        return isEnabled
                ? Optional.of(
                        new AsyncOptions(bufferSize, Math.min(batchSize, bufferSize), pressure.whenFull(), workers))
                : Optional.empty();
    }

    /** Where several workers are asked for, if they are. */
    public Optional<SourcePosition> severalWorkers() {
        return isEnabled && workers > 1 ? workersPosition : Optional.empty();
    }

    private void takeWorkers(RawSetting setting) {
        workers = number(setting, Sharding.SHARDS, 1);
        workersPosition = Optional.of(setting.position());
    }

    private boolean truth(RawSetting setting) {
        String text = setting.text().strip();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            setting.refuse(problems, "true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private int number(RawSetting setting, int largest, int otherwise) {
        isEnabled = true;
        return setting.wholeNumber(largest, problems).orElse(otherwise);
    }
}
