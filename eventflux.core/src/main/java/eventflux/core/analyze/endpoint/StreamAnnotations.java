package eventflux.core.analyze.endpoint;

import eventflux.api.error.Problem;
import eventflux.api.query.definition.Annotation;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.analyze.setting.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the annotations before the definition of a stream. */
public final class StreamAnnotations {

    private static final List<String> KNOWN = List.of("Async", "config", "OnError", "Watermark", "source", "sink");

    private final ProblemLog problems;
    private final StreamDraft stream;
    private final EndpointAnnotations endpointAnnotations;
    private final List<EndpointDraft> endpoints = new ArrayList<>();

    public StreamAnnotations(StreamDraft stream, References references, ProblemLog problems) {
        this.stream = stream;
        this.problems = problems;
        endpointAnnotations = new EndpointAnnotations(stream.columns(), references, problems);
    }

    /** The sources and sinks that they declare. */
    public List<EndpointDraft> endpoints() {
        return endpoints;
    }

    /** Takes one. */
    public void take(Annotation annotation) {
        switch (annotation.name().text().toLowerCase(Locale.ROOT)) {
            case "async" -> takeAsync(annotation);
            case "config", "app" -> takeConfig(annotation);
            case "onerror" -> stream.care().failures().takeOnError(annotation);
            case "watermark" -> stream.watermark().take(annotation);
            case "source" ->
                endpointAnnotations.read(annotation, ExtensionKind.SOURCE).ifPresent(endpoints::add);
            case "sink" ->
                endpointAnnotations.read(annotation, ExtensionKind.SINK).ifPresent(endpoints::add);
            default -> problems.reportUnknownAnnotation("@", annotation, KNOWN);
        }
    }

    private void takeAsync(Annotation annotation) {
        stream.async().enable(true);
        RawSetting.written(annotation.elements())
                .forEach(setting -> stream.async().take(setting.key(), setting));
    }

    /** {@code @config(async='true')}. */
    private void takeConfig(Annotation annotation) {
        for (RawSetting setting : RawSetting.written(annotation.elements())) {
            if (setting.key().equalsIgnoreCase("async")) {
                stream.async().take("enabled", setting);
            } else {
                problems.reportUnknown(
                        Problem.of(
                                AnalysisError.UNKNOWN_SETTING,
                                "owner",
                                "@" + annotation.name(),
                                "setting",
                                setting.key()),
                        setting.position(),
                        setting.key(),
                        List.of("async"));
            }
        }
    }
}
