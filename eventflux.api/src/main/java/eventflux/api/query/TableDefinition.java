package eventflux.api.query;

import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.node.Name;
import java.util.List;
import java.util.Objects;

/**
 * Defines a table.
 *
 * @param header annotations, dialect and place
 * @param name its name
 * @param columns the columns in their order
 * @param primaryKey the columns of a {@code PRIMARY KEY} clause of its own
 * @param settings the {@code WITH} clause
 */
public record TableDefinition(
        StatementHeader header,
        Name name,
        List<ColumnDefinition> columns,
        List<Name> primaryKey,
        List<Setting> settings)
        implements Statement {

    /** Checks the parts and copies the lists. */
    public TableDefinition {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitTableDefinition(this);
    }
}
