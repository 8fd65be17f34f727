package eventflux.core.operator;

/**
 * The parts of a selection with aggregates or groups.
 *
 * @param groups finds the group of a row
 * @param aggregates counts rows into the group
 * @param having which rows give output
 */
public record Selection(Groups groups, AggregateUpdate aggregates, RowPredicate having) {}
