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

/** Makes {@code expression} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "expression",
        description = "Keeps rows as long as a condition over them holds: while it does not, the oldest leave.",
        parameters = {
            @Parameter(
                    name = "expression",
                    type = ParameterType.CONDITION,
                    description =
                            "The condition: columns of the row at hand, first.column, last.column, eventTimestamp(first), aggregates; "
                                    + "or a column or calculation that gives its text with each row.")
        },
        examples =
                "from Trades#window.expression('sum(volume) <= 1000 and eventTimestamp(last) - eventTimestamp(first) < 5000') "
                        + "select avg(price) as mean insert into Means;")
@ReadsNamedColumns
public final class ExpressionWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new ExpressionWindow(context);
    }
}
