package eventflux.core.analyze.aggregation;

import eventflux.api.query.definition.AggregationPeriods;
import eventflux.api.query.node.DurationUnit;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the periods of an aggregation. A range passes over weeks unless one of its ends is a week: they cut months in two. */
public final class PeriodsAnalyzer {

    private static final List<ChronoUnit> ALL = List.of(
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.WEEKS,
            ChronoUnit.MONTHS,
            ChronoUnit.YEARS);
    private static final Map<DurationUnit, ChronoUnit> UNITS = Map.of(
            DurationUnit.SECOND, ChronoUnit.SECONDS,
            DurationUnit.MINUTE, ChronoUnit.MINUTES,
            DurationUnit.HOUR, ChronoUnit.HOURS,
            DurationUnit.DAY, ChronoUnit.DAYS,
            DurationUnit.WEEK, ChronoUnit.WEEKS,
            DurationUnit.MONTH, ChronoUnit.MONTHS,
            DurationUnit.YEAR, ChronoUnit.YEARS);

    private final ProblemLog problems;

    public PeriodsAnalyzer(ProblemLog problems) {
        this.problems = problems;
    }

    /** The periods, the shortest first; none after a problem. */
    List<ChronoUnit> analyze(AggregationPeriods written) {
        List<ChronoUnit> units = written.units().stream()
                .flatMap(unit -> Optional.ofNullable(UNITS.get(unit)).stream())
                .toList();
        boolean isWhole = units.size() == written.units().size();
        List<ChronoUnit> periods = !isWhole ? List.of() : written.range() ? range(units) : list(units);
        if (periods.isEmpty()) {
            problems.report(AnalysisError.WRONG_PERIODS, written.position());
        }
        return periods;
    }

    private static List<ChronoUnit> range(List<ChronoUnit> ends) {
        ChronoUnit first = ends.get(0);
        ChronoUnit last = ends.get(1);
        return ALL.stream()
                .filter(unit -> unit.compareTo(first) >= 0 && unit.compareTo(last) <= 0)
                .filter(unit -> unit != ChronoUnit.WEEKS || ends.contains(unit))
                .toList();
    }

    private static List<ChronoUnit> list(List<ChronoUnit> units) {
        return units.stream().distinct().count() == units.size()
                ? units.stream().sorted().toList()
                : List.of();
    }
}
