package eventflux.core.analyze.query;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.TimeRange;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.MomentText;
import eventflux.core.catalog.PeriodText;
import eventflux.core.resolved.BucketsAsked;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.Truth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Resolves WITHIN and PER of one reader of an aggregation: constants now, columns of the row that asks when it comes. */
public final class BucketsAnalyzer {

    private static final String MOMENT_FORM = "yyyy-MM-dd HH:mm:ss";
    private static final String RANGE_FORM = "yyyy-MM-dd HH:mm:ss with ** in place of the last fields";

    private final ResolvedAggregation aggregation;
    private final ExpressionAnalyzer expressions;
    private final ProblemLog problems;

    /**
     * For one aggregation.
     *
     * @param expressions sees the row that asks as input 0
     */
    public BucketsAnalyzer(ResolvedAggregation aggregation, ExpressionAnalyzer expressions, ProblemLog problems) {
        this.aggregation = aggregation;
        this.expressions = expressions;
        this.problems = problems;
    }

    /** What is asked for; empty after a problem. */
    Optional<BucketsAsked> analyze(Optional<TimeRange> within, Optional<Expression> per, SourcePosition position) {
        if (per.isEmpty()) {
            problems.report(
                    AnalysisError.MISSING_PERIOD, position, "aggregation", aggregation.name(), "periods", periods());
            return Optional.empty();
        }
        Optional<Expr> period = period(per.get());
        if (within.isEmpty()) {
            return period.map(found -> new BucketsAsked(found, Optional.empty(), Optional.empty()));
        }
        Optional<BucketsAsked> range = within.get().end().isPresent()
                ? between(within.get())
                : during(within.get().start());
        return period.flatMap(found -> range.map(asked -> new BucketsAsked(found, asked.from(), asked.until())));
    }

    private Optional<Expr> period(Expression written) {
        Optional<Expr> value = value("PER", written, "the name of a period", DataType.STRING);
        if (value.isEmpty() || !(value.get() instanceof Expr.Constant name)) {
            return value;
        }
        Optional<ChronoUnit> unit =
                PeriodText.unit(String.valueOf(name.value())).filter(aggregation.periods()::contains);
        if (unit.isEmpty()) {
            problems.reportUnknown(
                    Problem.of(
                            AnalysisError.UNKNOWN_PERIOD,
                            "aggregation",
                            aggregation.name(),
                            "period",
                            name.value(),
                            "periods",
                            periods()),
                    written.position(),
                    String.valueOf(name.value()),
                    aggregation.periods().stream().map(PeriodText::name).toList());
        }
        return unit.map(PeriodText::name).map(BucketsAsked::period);
    }

    private Optional<BucketsAsked> between(TimeRange within) {
        Optional<Expr> from = moment(within.start());
        Optional<Expr> until = moment(within.end().orElseThrow());
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (from.get() instanceof Expr.Constant begin
                && until.get() instanceof Expr.Constant end
                && (long) begin.value() > (long) end.value()) {
            problems.report(AnalysisError.WRONG_RANGE, within.position());
            return Optional.empty();
        }
        return Optional.of(new BucketsAsked(BucketsAsked.period(""), from, until));
    }

    private Optional<Expr> moment(Expression written) {
        Optional<Expr> value =
                value("WITHIN", written, "a text or milliseconds since 1970", DataType.STRING, DataType.LONG);
        if (value.isEmpty() || !(value.get() instanceof Expr.Constant constant)) {
            return value;
        }
        if (constant.type() == DataType.LONG) {
            return value;
        }
        OptionalLong millis = MomentText.moment((String) constant.value(), aggregation.zone());
        if (millis.isEmpty()) {
            reportMoment(constant, MOMENT_FORM, written);
            return Optional.empty();
        }
        return Optional.of(BucketsAsked.moment(millis.getAsLong()));
    }

    // One value is a text that stands for a range.
    private Optional<BucketsAsked> during(Expression written) {
        Optional<Expr> value = value("WITHIN with one value", written, "a text", DataType.STRING);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof Expr.Constant constant)) {
            return Optional.of(new BucketsAsked(BucketsAsked.period(""), value, Optional.empty()));
        }
        Optional<MomentText.Range> range = MomentText.range((String) constant.value(), aggregation.zone());
        if (range.isEmpty()) {
            reportMoment(constant, RANGE_FORM, written);
        }
        return range.map(found -> new BucketsAsked(
                BucketsAsked.period(""),
                Optional.of(BucketsAsked.moment(found.from())),
                Optional.of(BucketsAsked.moment(found.until()))));
    }

    private void reportMoment(Expr.Constant constant, String form, Expression written) {
        problems.report(AnalysisError.WRONG_MOMENT, written.position(), "text", constant.value(), "form", form);
    }

    private Optional<Expr> value(String clause, Expression written, String types, DataType... possible) {
        Expr value = expressions.analyze(written);
        if (Unresolved.is(value)) {
            return Optional.empty();
        }
        boolean isOfAggregation = readsAggregation(value);
        boolean isNull = value instanceof Expr.Constant constant && constant.value() == null;
        if (!isOfAggregation && !isNull) {
            for (DataType type : possible) {
                if (Widening.fits(value, type)) {
                    return Optional.of(Widening.to(value, type));
                }
            }
        }
        String given = isOfAggregation ? "a column of the aggregation" : isNull ? "null" : String.valueOf(value.type());
        problems.report(
                AnalysisError.WRONG_BUCKETS, written.position(), "clause", clause, "types", types, "given", given);
        return Optional.empty();
    }

    private static boolean readsAggregation(Expr value) {
        return value instanceof Expr.ColumnRef column && column.input() == Truth.InTable.TABLE_ROW
                || value.children().stream().anyMatch(BucketsAnalyzer::readsAggregation);
    }

    private String periods() {
        return aggregation.periods().stream().map(PeriodText::name).collect(Collectors.joining(", "));
    }
}
