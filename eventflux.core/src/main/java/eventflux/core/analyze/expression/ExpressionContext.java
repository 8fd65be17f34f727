package eventflux.core.analyze.expression;

import eventflux.api.query.QueryParser;
import eventflux.api.query.node.Dialect;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;
import java.util.Optional;

/**
 * What is the same for all expressions of a statement.
 *
 * @param dialect whose rules hold
 * @param extensions the functions and aggregators that are there
 * @param tables the tables that may be named
 * @param problems takes what is wrong
 * @param parser reads expressions that stand in texts; empty where none may
 */
public record ExpressionContext(
        Dialect dialect,
        CatalogSnapshot extensions,
        KnownTables tables,
        ProblemLog problems,
        Optional<QueryParser> parser) {

    /** Where no expression stands in a text. */
    public ExpressionContext(Dialect dialect, CatalogSnapshot extensions, KnownTables tables, ProblemLog problems) {
        this(dialect, extensions, tables, problems, Optional.empty());
    }

    /** The same for a text inside the other, with problems of its own. */
    public ExpressionContext inside(ProblemLog inner) {
        return new ExpressionContext(dialect, extensions, tables, inner, parser);
    }

    /** Whether the rules of the classic dialect hold. */
    public boolean isClassic() {
        return dialect == Dialect.CLASSIC;
    }
}
