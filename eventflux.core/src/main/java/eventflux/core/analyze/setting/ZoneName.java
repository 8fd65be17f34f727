package eventflux.core.analyze.setting;

import eventflux.api.error.SourcePosition;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Names of time zones as settings give them: {@code Asia/Colombo}, {@code +05:30}. */
public final class ZoneName {

    private ZoneName() {}

    /** The zone; empty after a problem. */
    public static Optional<ZoneId> read(String name, SourcePosition position, ProblemLog problems) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException e) {
            problems.report(AnalysisError.UNKNOWN_ZONE, position, "zone", name);
            return Optional.empty();
        }
    }
}
