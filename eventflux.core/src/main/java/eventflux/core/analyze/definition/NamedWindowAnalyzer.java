package eventflux.core.analyze.definition;

import eventflux.api.query.QueryParser;
import eventflux.api.query.WindowDefinition;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.output.EventSelection;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.window.WindowCallAnalyzer;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.resolved.NamedWindow;
import java.util.Optional;

/** Resolves named windows: streams whose rows go into a window that all readers share. */
public final class NamedWindowAnalyzer {

    private final CatalogSnapshot extensions;
    private final ProblemLog problems;
    private final QueryParser parser;

    public NamedWindowAnalyzer(CatalogSnapshot extensions, ProblemLog problems, QueryParser parser) {
        this.extensions = extensions;
        this.problems = problems;
        this.parser = parser;
    }

    /** Defines the stream, with its window unless that is wrong. */
    public void analyze(WindowDefinition definition, Streams streams) {
        StreamColumns columns = ColumnList.of(definition.name(), definition.columns(), problems);
        definition.settings().forEach(setting -> reportUnknown(setting, columns));
        streams.define(columns, Optional.empty());
        ExpressionContext context = new ExpressionContext(
                definition.header().dialect(), extensions, streams.tables(), problems, Optional.of(parser));
        EventSelection output = definition.output();
        new WindowCallAnalyzer(context)
                .analyze(definition.window(), new SingleInput(columns, Optional.empty(), 0))
                .ifPresent(call -> streams.window(
                        columns.name(),
                        new NamedWindow(call, output != EventSelection.EXPIRED, output != EventSelection.CURRENT)));
    }

    private void reportUnknown(Setting setting, StreamColumns columns) {
        problems.report(
                AnalysisError.UNKNOWN_SETTING,
                setting.position(),
                "owner",
                "window " + columns.name(),
                "setting",
                setting.key());
    }
}
