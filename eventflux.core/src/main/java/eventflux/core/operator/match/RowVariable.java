package eventflux.core.operator.match;

import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.pattern.RowCapture;

/**
 * A variable of a row pattern.
 *
 * @param own the part of its condition that is about the row alone
 * @param whole the condition over the row and the composed row that already has it
 * @param isCross whether there is a part of it that is about both
 * @param capture what the composed row keeps of the row
 */
public record RowVariable(RowPredicate own, RowPairPredicate whole, boolean isCross, RowCapture capture) {}
