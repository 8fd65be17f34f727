package eventflux.core.analyze.window;

import eventflux.api.error.EventFluxException;
import eventflux.api.query.QueryParser;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.KnownTables;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.FunctionMethod;
import eventflux.core.resolved.ResolvedScript;
import eventflux.core.resolved.WindowCondition.FromRows;
import eventflux.core.resolved.WindowCondition.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions that come with the rows of an application. Keeps nothing between two calls and may be used by several threads. */
public final class ConditionReader {

    private final QueryParser parser;
    private final CatalogSnapshot extensions;

    /**
     * A reader.
     *
     * @param extensions the functions and aggregators that the texts may call
     * @param scripts those that the application defines itself
     */
    public ConditionReader(QueryParser parser, CatalogSnapshot extensions, List<ResolvedScript> scripts) {
        this.parser = parser;
        this.extensions = extensions.with(scripts.stream()
                .map(script -> new FunctionMethod(script.binding(), script.takes(), script.returns()))
                .toList());
    }

    /** What remains when nothing is read any more. */
    public ConditionReader withoutExtensions() {
        return new ConditionReader(parser, CatalogSnapshot.EMPTY, List.of());
    }

    /**
     * The condition that a text stands for, over the rows of one window. It may name no tables.
     *
     * @throws EventFluxException when it stands for none
     */
    public Written read(FromRows condition, String text) {
        ProblemLog problems = new ProblemLog();
        ExpressionContext context =
                new ExpressionContext(condition.dialect(), extensions, KnownTables.NONE, problems, Optional.of(parser));
        StreamColumns columns = StreamColumns.of(condition.stream(), condition.schema(), Set.of());
        SingleInput input = new SingleInput(columns, condition.alias(), Written.ROW);
        Written read = new ConditionAnalyzer(context, input).read(text, problems);
        if (problems.hasErrors()) {
            throw new EventFluxException(problems.sorted());
        }
        return read;
    }
}
