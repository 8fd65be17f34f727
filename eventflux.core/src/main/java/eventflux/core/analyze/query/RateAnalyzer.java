package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.output.EventRate;
import eventflux.api.query.output.OutputRateVisitor;
import eventflux.api.query.output.RateSelection;
import eventflux.api.query.output.SnapshotRate;
import eventflux.api.query.output.TimeRate;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.OutputShape.OutputRate;
import eventflux.core.resolved.OutputShape.RateRows;
import eventflux.core.resolved.OutputShape.RateUnit;
import java.util.Optional;

/** Resolves how often rows come out; empty when the text says nothing possible, which has been reported. */
public final class RateAnalyzer implements OutputRateVisitor<Optional<OutputRate>> {

    private static final String CLAUSE = "OUTPUT … EVERY";

    private final ProblemLog problems;

    public RateAnalyzer(ProblemLog problems) {
        this.problems = problems;
    }

    @Override
    public Optional<OutputRate> visitEventRate(EventRate rate) {
        if (rate.events() < 1) {
            problems.report(AnalysisError.WRONG_PERIOD, rate.position(), "clause", CLAUSE);
            return Optional.empty();
        }
        return Optional.of(new OutputRate(rows(rate.selection()), RateUnit.EVENTS, rate.events()));
    }

    @Override
    public Optional<OutputRate> visitTimeRate(TimeRate rate) {
        return every(rows(rate.selection()), rate.period(), rate.position());
    }

    @Override
    public Optional<OutputRate> visitSnapshotRate(SnapshotRate rate) {
        return every(RateRows.SNAPSHOT, rate.period(), rate.position());
    }

    private Optional<OutputRate> every(RateRows rows, DurationLiteral period, SourcePosition position) {
        long millis = 0;
        try {
            millis = period.millis();
        } catch (ArithmeticException e) {
            problems.report(AnalysisError.NUMBER_TOO_LARGE, position);
            return Optional.empty();
        }
        if (millis < 1) {
            problems.report(AnalysisError.WRONG_PERIOD, position, "clause", CLAUSE);
            return Optional.empty();
        }
        return Optional.of(new OutputRate(rows, RateUnit.MILLISECONDS, millis));
    }

    private static RateRows rows(RateSelection selection) {
        return switch (selection) {
            case ALL -> RateRows.ALL;
            case FIRST -> RateRows.FIRST;
            case LAST -> RateRows.LAST;
        };
    }
}
