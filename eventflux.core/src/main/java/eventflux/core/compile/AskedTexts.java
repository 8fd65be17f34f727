package eventflux.core.compile;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.catalog.MomentText;
import eventflux.core.catalog.PeriodText;
import eventflux.core.operator.aggregation.AggregationError;
import eventflux.core.operator.aggregation.AskedByRow;
import eventflux.core.resolved.ResolvedAggregation;
import java.util.stream.Collectors;

/**
 * What texts of rows mean to an aggregation, or what is wrong with them.
 *
 * @param aggregation whose periods and calendar hold
 */
record AskedTexts(ResolvedAggregation aggregation) implements AskedByRow.Texts {

    @Override
    public int period(String text) {
        int place = PeriodText.unit(text).map(aggregation.periods()::indexOf).orElse(-1);
        if (place < 0) {
            String periods =
                    aggregation.periods().stream().map(PeriodText::name).collect(Collectors.joining(", "));
            throw new EventFluxException(Problem.of(
                    AggregationError.NO_SUCH_PERIOD,
                    "aggregation",
                    aggregation.name(),
                    "text",
                    text,
                    "periods",
                    periods));
        }
        return place;
    }

    @Override
    public long moment(String text) {
        return MomentText.moment(text, aggregation.zone()).orElseThrow(() -> wrong(text));
    }

    @Override
    public long[] range(String text) {
        MomentText.Range range = MomentText.range(text, aggregation.zone()).orElseThrow(() -> wrong(text));
        return new long[] {range.from(), range.until()};
    }

    private static EventFluxException wrong(String text) {
        return new EventFluxException(Problem.of(AggregationError.NO_MOMENT, "text", text));
    }
}
