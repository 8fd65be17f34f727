package eventflux.core.analyze.expression;

import eventflux.api.query.node.Dialect;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;

/**
 * What is the same for all expressions of a statement.
 *
 * @param dialect whose rules hold
 * @param extensions the functions and aggregators that are there
 * @param problems takes what is wrong
 */
public record ExpressionContext(Dialect dialect, CatalogSnapshot extensions, ProblemLog problems) {

    /** Whether the rules of the classic dialect hold. */
    boolean isClassic() {
        return dialect == Dialect.CLASSIC;
    }
}
