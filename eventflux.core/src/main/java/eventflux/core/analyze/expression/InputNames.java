package eventflux.core.analyze.expression;

import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How an author calls what a query reads: the columns of one stream, of the sides of a join, of the events of a pattern.
 * Every answer is a column of the row that the selection gets, or {@link Unresolved#EXPR} after a problem was reported.
 */
public interface InputNames {

    /** A column by its name alone; empty when there is none, or more than one. */
    Optional<Expr> column(String name);

    /** Whether there is a column of that name, or more than one. */
    default boolean isColumn(String name) {
        return column(name).isPresent();
    }

    /**
     * A column as the author wrote it, or a problem.
     *
     * @param outputs further names that may stand in its place, for suggestions
     */
    Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems);

    /** Whether a qualifier means the input or a part of it. */
    boolean isQualifier(StreamName qualifier);

    /**
     * What {@code *} stands for, in order.
     *
     * @param qualifier a part of the input; {@link #isQualifier} has said yes
     */
    List<NamedColumn> all(Optional<StreamName> qualifier);

    /** Whether the author has named no column that {@link #all} could stand for. */
    default boolean isWithoutColumns() {
        return false;
    }

    /** Whether parts of the input are events of a pattern, which may have an index. */
    default boolean hasEvents() {
        return false;
    }

    /**
     * Whether an event of a pattern is missing, when an expression names a whole one.
     *
     * @return empty when it names something else
     */
    default Optional<Expr> missing(Expression operand) {
        return Optional.empty();
    }

    /**
     * The value of a call of an aggregator over events that one element of a pattern has collected, or a problem.
     *
     * @return empty when its argument is something else
     */
    default Optional<Expr> collected(Call call, ProblemLog problems) {
        return Optional.empty();
    }

    /** The time of an event that an expression names as a whole, as in {@code eventTimestamp(e1)}; empty when it names none. */
    default Optional<Expr> timeOf(Expression event) {
        return Optional.empty();
    }

    /**
     * The value of a call that looks at other rows of a match, or a problem.
     *
     * @return empty when it is another call
     */
    default Optional<Expr> navigated(Call call, ProblemLog problems) {
        return Optional.empty();
    }

    /** Whether the columns are in several rows that an expression sees at once, each with a number. */
    default boolean isOfSeveralRows() {
        return false;
    }

    /** How the arguments of aggregators call the same. */
    default InputNames insideAggregate() {
        return this;
    }

    /** Whether all columns are known; what is not known has been reported. */
    boolean isKnown();

    /**
     * A column with the name that it has in an output.
     *
     * @param name without qualifier
     * @param value the column
     */
    record NamedColumn(String name, Expr value) {}
}
