package eventflux.core.analyze.endpoint;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of one stream: takes the engine's own, the rest is for its source or sink. */
public final class StreamSettings {

    /** The engine's own keys, for suggestions. */
    static final List<String> KEYS = List.of(
            "type",
            "extension",
            "format",
            "async.enabled",
            "async.buffer_size",
            "async.workers",
            "async.batch_size_max",
            "async.backpressure_strategy",
            "fault.stream",
            "error.strategy",
            "connection.required",
            "reconnect.max-attempts",
            "circuit-breaker.failures",
            "distribution.strategy",
            "watermark.column",
            "watermark.delay",
            "watermark.lateness",
            "watermark.late.stream",
            "watermark.idle");

    private static final String ASYNC = "async.";

    private final String stream;
    private final ProblemLog problems;
    private final Map<String, RawSetting> own = new HashMap<>();
    private final List<RawSetting> rest = new ArrayList<>();
    private final SpreadSettings spread;

    public StreamSettings(String stream, ProblemLog problems) {
        this.stream = stream;
        this.problems = problems;
        this.spread = new SpreadSettings(problems);
    }

    /** Takes all settings, those of the configuration first. */
    public void take(List<RawSetting> settings, StreamDraft draft) {
        for (RawSetting setting : settings) {
            String key = setting.key().toLowerCase(Locale.ROOT);
            if (key.startsWith(ASYNC)) {
                draft.async().take(setting.key().substring(ASYNC.length()), setting);
            } else if (key.equals("type") || key.equals("extension") || key.equals("format")) {
                takeOwn(key, setting);
            } else if (draft.care().take(setting) || spread.take(setting)) {
                continue;
            } else if (key.startsWith(WatermarkSettings.PREFIX)) {
                draft.watermark().take(setting.key().substring(WatermarkSettings.PREFIX.length()), setting);
            } else {
                rest.add(setting);
            }
        }
    }

    /** The source or sink that the settings declare, if they do. */
    public Optional<EndpointDraft> endpoint(SourcePosition definition, CareSettings care) {
        RawSetting type = own.get("type");
        RawSetting extension = own.get("extension");
        if (type == null || type.text().equalsIgnoreCase("internal")) {
            reportStray(type);
            return Optional.empty();
        }
        Optional<ExtensionKind> kind = kind(type);
        if (kind.isEmpty() || extension == null) {
            rest.clear(); // meant for a source or sink that could not be made out
        }
        if (kind.isPresent() && extension == null) {
            reportMissing("extension", definition);
        }
        return kind.filter(found -> extension != null)
                .map(found -> new EndpointDraft(
                        found,
                        extension,
                        Optional.ofNullable(own.get("format")),
                        rest,
                        List.of(),
                        care,
                        spread.finish(definition),
                        definition));
    }

    /** A stream that is neither source nor sink has no extension and no format. */
    private void reportStray(RawSetting type) {
        Optional<RawSetting> stray = Stream.of("extension", "format")
                .map(own::get)
                .filter(Objects::nonNull)
                .findFirst();
        if (stray.isPresent() && type == null) {
            reportMissing("type", stray.get().position());
            rest.clear();
        } else {
            stray.ifPresent(this::reportUnknown);
        }
    }

    /** What nobody has taken when the settings declare neither source nor sink. */
    public List<RawSetting> rest() {
        return rest;
    }

    /** A setting that nobody takes. */
    public void reportUnknown(RawSetting setting) {
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", "stream " + stream, "setting", setting.key()),
                setting.position(),
                setting.key(),
                KEYS);
    }

    private Optional<ExtensionKind> kind(RawSetting type) {
        return switch (type.text().toLowerCase(Locale.ROOT)) {
            case "source" -> Optional.of(ExtensionKind.SOURCE);
            case "sink" -> Optional.of(ExtensionKind.SINK);
            default -> {
                reportType(type);
                yield Optional.empty();
            }
        };
    }

    private void reportType(RawSetting type) {
        problems.reportUnknown(
                Problem.of(
                        AnalysisError.UNKNOWN_VALUE,
                        "setting",
                        "type",
                        "choices",
                        "source, sink, internal",
                        "value",
                        type.text()),
                type.position(),
                type.text(),
                List.of("source", "sink", "internal"));
    }

    private void takeOwn(String key, RawSetting setting) {
        RawSetting earlier = own.put(key, setting);
        if (earlier != null && earlier.layer() == setting.layer()) {
            problems.report(AnalysisError.DUPLICATE_SETTING, setting.position(), "setting", setting.key());
        }
    }

    private void reportMissing(String setting, SourcePosition position) {
        problems.report(AnalysisError.MISSING_SETTING, position, "owner", "stream " + stream, "setting", setting);
    }
}
