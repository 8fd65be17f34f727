package eventflux.ext.windows;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.window.ReadsNamedColumns;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code expressionBatch} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "expressionBatch",
        description =
                "Collects rows as long as a condition over them holds, and tells of them as a batch when it does not.",
        parameters = {
            @Parameter(
                    name = "expression",
                    type = ParameterType.CONDITION,
                    description =
                            "The condition: columns of the row at hand, first.column, last.column, eventTimestamp(first), aggregates; "
                                    + "or a column or calculation that gives its text with each row."),
            @Parameter(
                    name = "includeTriggering",
                    type = {ParameterType.BOOL, ParameterType.COLUMN},
                    description =
                            "Whether the row with which the condition does not hold is the last of the batch it ends, "
                                    + "instead of the first of the next; a column of that row may say so.",
                    optional = true,
                    defaultValue = "false",
                    aliases = "include.triggering.event"),
            @Parameter(
                    name = "streamCurrent",
                    type = ParameterType.BOOL,
                    description = "Whether rows are current as they come, instead of with their whole batch.",
                    optional = true,
                    defaultValue = "false",
                    aliases = "stream.current.event")
        },
        examples =
                "from Trades#window.expressionBatch('last.symbol == first.symbol') select symbol, count() as trades insert into Runs;")
@ReadsNamedColumns
public final class ExpressionBatchWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new ExpressionBatchWindow(context);
    }
}
