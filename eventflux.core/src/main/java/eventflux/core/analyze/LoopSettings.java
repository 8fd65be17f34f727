package eventflux.core.analyze;

import eventflux.api.error.Problem;
import eventflux.api.query.definition.Annotation;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.resolved.ResolvedApp;
import java.util.List;

/** What {@code @app:loops(limit='100000')} says. */
final class LoopSettings {

    private static final String LIMIT = "limit";

    private LoopSettings() {}

    static int limit(Annotation annotation, ProblemLog problems) {
        int limit = ResolvedApp.LOOP_LIMIT;
        for (RawSetting setting : RawSetting.written(annotation.elements())) {
            if (setting.key().equalsIgnoreCase(LIMIT)) {
                limit = setting.wholeNumber(Integer.MAX_VALUE, problems).orElse(limit);
            } else {
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", "@app:loops", "setting", setting.key()),
                        setting.position(),
                        setting.key(),
                        List.of(LIMIT));
            }
        }
        return limit;
    }
}
