package eventflux.core.analyze.setting;

import eventflux.api.error.Problem;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Puts what {@code ref='name'} stands for in its place: settings of the configuration, with the type among them. */
public final class References {

    private static final String KEY = "ref";
    private static final Set<String> KINDS = Set.of("source", "sink", "internal");

    private final Configured configured;
    private final ProblemLog problems;

    public References(Configured configured, ProblemLog problems) {
        this.configured = configured;
        this.problems = problems;
    }

    /**
     * The settings without references, and with what these stand for.
     *
     * @param typeKey the key that names the extension in the author's dialect
     */
    public List<RawSetting> resolve(List<RawSetting> settings, String typeKey) {
        List<RawSetting> resolved = new ArrayList<>();
        for (RawSetting setting : settings) {
            if (setting.key().equalsIgnoreCase(KEY)) {
                named(setting).forEach(found -> resolved.add(namesExtension(found) ? found.as(typeKey) : found));
            } else {
                resolved.add(setting);
            }
        }
        return resolved;
    }

    private static boolean namesExtension(RawSetting setting) {
        return setting.key().equalsIgnoreCase("extension")
                || setting.key().equalsIgnoreCase("type")
                        && !KINDS.contains(setting.text().toLowerCase(Locale.ROOT));
    }

    private List<RawSetting> named(RawSetting reference) {
        String name = reference.text();
        List<RawSetting> found = configured.reference(name, reference.position());
        if (found.isEmpty()) {
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_REFERENCE, "name", name),
                    reference.position(),
                    name,
                    configured.references());
        }
        return found;
    }
}
