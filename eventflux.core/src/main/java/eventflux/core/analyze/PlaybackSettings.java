package eventflux.core.analyze;

import eventflux.api.error.Problem;
import eventflux.api.query.definition.Annotation;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.catalog.DurationText;
import eventflux.core.resolved.AppTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What {@code @app:playback(idle.time='100 millisecond', increment='2 sec')} says: both elements or neither. */
final class PlaybackSettings {

    private static final List<String> KEYS = List.of("idle.time", "increment");

    private final ProblemLog problems;
    // Both written by the thread that analyses.
    private long idleMillis;
    private long stepMillis;

    private PlaybackSettings(ProblemLog problems) {
        this.problems = problems;
    }

    static AppTime read(Annotation annotation, ProblemLog problems) {
        PlaybackSettings settings = new PlaybackSettings(problems);
        List<RawSetting> elements = RawSetting.written(annotation.elements()).stream()
                .filter(setting -> !setting.key().isEmpty())
                .toList();
        elements.forEach(settings::take);
        if (elements.size() == 1 && (settings.idleMillis > 0 || settings.stepMillis > 0)) {
            problems.report(
                    AnalysisError.MISSING_SETTING,
                    annotation.position(),
                    "owner",
                    "@app:playback",
                    "setting",
                    KEYS.get(settings.idleMillis > 0 ? 1 : 0));
        }
        return new AppTime(true, settings.idleMillis, settings.stepMillis);
    }

    private void take(RawSetting setting) {
        switch (setting.key().toLowerCase(Locale.ROOT).replace('_', '.')) {
            case "idle.time" -> idleMillis = millis(setting);
            case "increment" -> stepMillis = millis(setting);
            default ->
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", "@app:playback", "setting", setting.key()),
                        setting.position(),
                        setting.key(),
                        KEYS);
        }
    }

    private long millis(RawSetting setting) {
        OptionalLong millis = DurationText.millis(setting.text());
        if (millis.isEmpty() || millis.getAsLong() == 0) {
            setting.refuse(problems, "a duration");
            return 0;
        }
        return millis.getAsLong();
    }
}
