package eventflux.core.analyze;

import eventflux.api.error.Problem;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.ZoneName;
import eventflux.core.resolved.AppTime;
import eventflux.core.resolved.ResolvedApp;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * What the annotations of the application say.
 *
 * @param name the application's name
 * @param time what drives its clock
 * @param isAsync whether its streams are decoupled from their senders unless they say otherwise
 * @param isConnected whether its sources and sinks are there at all
 * @param loopLimit how many rows may come round by loops because of one
 */
record AppAnnotations(String name, AppTime time, boolean isAsync, boolean isConnected, int loopLimit) {

    private static final List<String> KNOWN = List.of(
            "name",
            "description",
            "playback",
            "statistics",
            "enforceOrder",
            "async",
            "timeZone",
            "loops",
            RequiredBundles.ANNOTATION,
            "transportChannelCreationEnabled");

    static AppAnnotations read(List<Annotation> annotations, String defaultName, ProblemLog problems) {
        AppAnnotations read = new AppAnnotations(defaultName, AppTime.WALL_CLOCK, false, true, ResolvedApp.LOOP_LIMIT);
        for (Annotation annotation : annotations) {
            read = annotation.namespace().isPresent()
                    ? read.with(annotation, problems)
                    : read.withElements(annotation, problems);
        }
        return read;
    }

    /** Whose calendar holds where nothing else is said: {@code @app:timeZone('Asia/Colombo')}, UTC otherwise. */
    static ZoneId zone(List<Annotation> annotations, ProblemLog problems) {
        ZoneId zone = ZoneOffset.UTC;
        for (Annotation annotation : annotations) {
            if (annotation.namespace().isPresent() && annotation.name().isSameWord("timeZone")) {
                zone = ZoneName.read(firstText(annotation, ""), annotation.position(), problems)
                        .orElse(zone);
            }
        }
        return zone;
    }

    /** {@code @app:name('x')} and the like. */
    private AppAnnotations with(Annotation annotation, ProblemLog problems) {
        return switch (annotation.name().text().toLowerCase(Locale.ROOT)) {
            case "name" -> named(firstText(annotation, name));
            case "playback" -> playback(annotation, problems);
            case "timezone", RequiredBundles.ANNOTATION -> this; // read apart
            case "description", "enforceorder" -> this; // an application keeps the order of its events in any case
            case "statistics" -> warn(annotation, problems);
            case "transportchannelcreationenabled" ->
                new AppAnnotations(
                        name, time, isAsync, firstText(annotation, "true").equalsIgnoreCase("true"), loopLimit);
            case "loops" ->
                new AppAnnotations(name, time, isAsync, isConnected, LoopSettings.limit(annotation, problems));
            case "async" -> refuse("@app:async, instead of @Async before each stream,", annotation, problems);
            default -> unknown(annotation, problems);
        };
    }

    /** {@code @app(async='true')}. */
    private AppAnnotations withElements(Annotation annotation, ProblemLog problems) {
        AppAnnotations read = this;
        for (Setting element : annotation.elements()) {
            String key = element.key().map(Name::text).orElse("").toLowerCase(Locale.ROOT);
            read = switch (key) {
                case "name" -> read.named(element.text());
                case "async" ->
                    new AppAnnotations(
                            read.name,
                            read.time,
                            Boolean.parseBoolean(element.text()),
                            read.isConnected,
                            read.loopLimit);
                default -> {
                    problems.reportUnknown(
                            Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", "@app", "setting", key),
                            element.position(),
                            key,
                            List.of("name", "async"));
                    yield read;
                }
            };
        }
        return read;
    }

    private AppAnnotations playback(Annotation annotation, ProblemLog problems) {
        boolean isOff = annotation.elements().size() == 1
                && annotation.elements().get(0).key().isEmpty()
                && firstText(annotation, "").equalsIgnoreCase("false");
        return new AppAnnotations(
                name,
                isOff ? AppTime.WALL_CLOCK : PlaybackSettings.read(annotation, problems),
                isAsync,
                isConnected,
                loopLimit);
    }

    private AppAnnotations named(String other) {
        return new AppAnnotations(other, time, isAsync, isConnected, loopLimit);
    }

    private AppAnnotations warn(Annotation annotation, ProblemLog problems) {
        problems.report(AnalysisError.NO_EFFECT_YET, annotation.position(), "construct", "@app:" + annotation.name());
        return this;
    }

    private AppAnnotations refuse(String construct, Annotation annotation, ProblemLog problems) {
        problems.reportUnsupported(construct, annotation.position());
        return this;
    }

    private AppAnnotations unknown(Annotation annotation, ProblemLog problems) {
        problems.reportUnknownAnnotation("@app:", annotation, KNOWN);
        return this;
    }

    private static String firstText(Annotation annotation, String otherwise) {
        return annotation.elements().stream().findFirst().map(Setting::text).orElse(otherwise);
    }
}
