package eventflux.api.query;

import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.node.Name;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.stream.WindowCall;
import java.util.List;
import java.util.Objects;

/**
 * Defines a window that several queries share.
 *
 * @param header annotations, dialect and place
 * @param name its name
 * @param columns the columns in their order
 * @param window the kind of window
 * @param output which rows its readers see
 * @param settings the {@code WITH} clause
 */
public record WindowDefinition(
        StatementHeader header,
        Name name,
        List<ColumnDefinition> columns,
        WindowCall window,
        EventSelection output,
        List<Setting> settings)
        implements Statement {

    /** Checks the parts and copies the lists. */
    public WindowDefinition {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(output, "output");
        columns = List.copyOf(columns);
        settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitWindowDefinition(this);
    }
}
