package eventflux.core.analyze.endpoint;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.Schema;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.analyze.setting.References;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads {@code @source(type='file', …, @map(type='json', …, @attributes(…)))} and {@code @sink(…)}. */
public final class EndpointAnnotations {

    private final String stream;
    private final Schema schema;
    private final References references;
    private final ProblemLog problems;

    public EndpointAnnotations(StreamColumns stream, References references, ProblemLog problems) {
        this.stream = stream.name();
        this.schema = stream.schema();
        this.references = references;
        this.problems = problems;
    }

    /** The source or sink; empty when the annotation does not say which, which has been reported. */
    Optional<EndpointDraft> read(Annotation annotation, ExtensionKind kind) {
        List<RawSetting> mapperSettings = new ArrayList<>();
        Optional<RawSetting> format = Optional.empty();
        SpreadSettings spread = new SpreadSettings(problems);
        for (Annotation nested : annotation.nested()) {
            if (nested.name().isSameWord("map")) {
                format = readMap(nested, mapperSettings);
            } else if (kind == ExtensionKind.SINK && nested.name().isSameWord("distribution")) {
                spread.take(nested);
            } else {
                reportUnknown(nested, List.of("map", "distribution"), problems);
            }
        }
        List<RawSetting> elements = references.resolve(RawSetting.written(annotation.elements()), "type");
        Optional<RawSetting> type = type(elements, annotation, kind.label());
        Optional<RawSetting> foundFormat = format;
        CareSettings care = CareSettings.none(stream, kind.label() + " of " + stream, problems);
        return type.map(extension -> new EndpointDraft(
                kind,
                extension,
                foundFormat,
                settings(elements, care),
                mapperSettings,
                care,
                spread.finish(annotation.position()),
                annotation.position()));
    }

    // The type is read as the name of the extension.
    private static List<RawSetting> settings(List<RawSetting> elements, CareSettings care) {
        return elements.stream()
                .filter(setting -> !setting.key().equalsIgnoreCase("type") && !care.take(setting))
                .toList();
    }

    private Optional<RawSetting> type(List<RawSetting> elements, Annotation annotation, String owner) {
        Optional<RawSetting> type = elements.stream()
                .filter(element -> element.key().equalsIgnoreCase("type"))
                .max(Comparator.comparing(RawSetting::layer));
        if (type.isEmpty()) {
            problems.report(AnalysisError.MISSING_SETTING, annotation.position(), "owner", owner, "setting", "type");
        }
        return type;
    }

    private Optional<RawSetting> readMap(Annotation map, List<RawSetting> settings) {
        RawSetting.written(map.elements()).stream()
                .filter(setting -> !setting.key().equalsIgnoreCase("type"))
                .forEach(settings::add);
        for (Annotation nested : map.nested()) {
            if (nested.name().isSameWord("attributes")) {
                readAttributes(nested, settings);
            } else if (nested.name().isSameWord("payload")) {
                readPayload(nested, settings);
            } else {
                reportUnknown(nested, List.of("attributes", "payload"), problems);
            }
        }
        return type(RawSetting.written(map.elements()), map, "@map");
    }

    /** {@code @attributes(sensor='$.s', temp='$.t')}, or the paths alone in the order of the columns. */
    private void readAttributes(Annotation attributes, List<RawSetting> settings) {
        int place = 0;
        for (Setting element : attributes.elements()) {
            if (element.key().isPresent()) {
                RawSetting setting = RawSetting.written(element);
                settings.add(setting.as("mapping." + setting.key()));
            } else if (place < schema.size()) {
                String column = schema.column(place++).name();
                settings.add(RawSetting.of("mapping." + column, element.text(), element.position()));
            } else {
                problems.report(
                        AnalysisError.TOO_MANY_ARGUMENTS,
                        element.position(),
                        "name",
                        "@attributes",
                        "count",
                        schema.size());
            }
        }
    }

    private void readPayload(Annotation payload, List<RawSetting> settings) {
        boolean isTemplate = payload.elements().size() == 1
                && payload.elements().get(0).key().isEmpty();
        if (isTemplate) {
            SourcePosition position = payload.elements().get(0).position();
            settings.add(RawSetting.of("template", payload.elements().get(0).text(), position));
        } else {
            problems.reportUnsupported("@payload with several parts", payload.position());
        }
    }

    /** An annotation that means nothing where it stands. */
    static void reportUnknown(Annotation annotation, List<String> names, ProblemLog problems) {
        problems.reportUnknownAnnotation("@", annotation, names);
    }
}
