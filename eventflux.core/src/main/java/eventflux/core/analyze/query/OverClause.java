package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberKind;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.Over;
import eventflux.api.query.expression.Quote;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.query.expression.TimePart;
import eventflux.api.query.node.DurationUnit;
import eventflux.api.query.node.Name;
import eventflux.api.query.stream.WindowCall;
import eventflux.core.analyze.expression.Aggregates.Frame;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.window.WindowCallAnalyzer;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a sliding window and groups of {@code OVER (PARTITION BY … ORDER BY … ROWS|RANGE … PRECEDING)}, which all aggregates of a
 * query share. Rows count in the order in which they arrive; a range is one of time, by the column of {@code ORDER BY} or, without
 * one, by the clock. The frame ends with the row itself, whatever comes later with the same time.
 */
final class OverClause {

    private final ExpressionContext context;
    private final Frame frame;
    private final Over over;

    OverClause(ExpressionContext context, Frame frame) {
        this.context = context;
        this.frame = frame;
        this.over = frame.written();
    }

    /** What the rows pass before they are selected: the window of the frame, behind all else; a problem where there can be none. */
    ResolvedInput framed(InputNames names, ResolvedInput read) {
        boolean isStream = read instanceof ResolvedInput.OfStream && names instanceof SingleInput;
        if (!isStream) {
            return refuse("OVER (…) over a join or a pattern", read);
        }
        if (((ResolvedInput.OfStream) read).handlers().stream().anyMatch(ResolvedQuery.WindowCall.class::isInstance)) {
            return refuse("OVER (…) beside a window", read);
        }
        if (over.preceding().isEmpty()) {
            return read;
        }
        return window().flatMap(call -> new WindowCallAnalyzer(context).analyze(call, (SingleInput) names))
                .map(read::with)
                .orElse(read);
    }

    /** The groups. */
    List<Expr> keys() {
        return frame.keys();
    }

    private Optional<WindowCall> window() {
        Expression preceding = over.preceding().orElseThrow();
        if (preceding instanceof DurationLiteral range) {
            return range(range);
        }
        boolean isCount = preceding instanceof NumberLiteral number && number.kind() == NumberKind.INT;
        return isCount ? rows((NumberLiteral) preceding) : refuse("a frame that is no number of rows and no time");
    }

    private Optional<WindowCall> rows(NumberLiteral preceding) {
        List<Expression> arguments = new ArrayList<>();
        int length = preceding.value().intValue() + 1;
        arguments.add(new NumberLiteral(NumberKind.INT, length, String.valueOf(length), preceding.position()));
        arguments.addAll(over.partitionBy());
        if (!over.partitionBy().stream().allMatch(OverClause::isColumn)) {
            return refuse("ROWS … PRECEDING with a PARTITION BY of no columns");
        }
        return Optional.of(call(over.partitionBy().isEmpty() ? "length" : "lengthByKey", arguments));
    }

    // Whether the input has it is found out where the window is called.
    private static boolean isColumn(Expression expression) {
        return expression instanceof ColumnReference
                || expression instanceof StringLiteral literal && literal.quote() == Quote.DOUBLE;
    }

    // A row that is exactly as old as the range belongs to it.
    private Optional<WindowCall> range(DurationLiteral range) {
        SourcePosition place = range.position();
        DurationLiteral period =
                new DurationLiteral(List.of(new TimePart(range.millis() + 1, DurationUnit.MILLISECOND, place)), place);
        if (over.orderBy().isEmpty()) {
            return Optional.of(call("time", List.of(period)));
        }
        boolean isColumn = over.orderBy().size() == 1 && isColumn(over.orderBy().get(0));
        return isColumn
                ? Optional.of(call("externalTime", List.of(over.orderBy().get(0), period)))
                : refuse("RANGE with an ORDER BY that is not one column");
    }

    private WindowCall call(String window, List<Expression> arguments) {
        Name name = new Name(window, over.position());
        return new WindowCall(Optional.empty(), name, arguments, WindowCall.Spelling.QUOTED, over.position());
    }

    private ResolvedInput refuse(String construct, ResolvedInput read) {
        context.problems().reportUnsupported(construct, over.position());
        return read;
    }

    private Optional<WindowCall> refuse(String construct) {
        context.problems().reportUnsupported(construct, over.position());
        return Optional.empty();
    }
}
