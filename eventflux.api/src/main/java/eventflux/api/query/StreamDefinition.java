package eventflux.api.query;

import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.definition.Watermark;
import eventflux.api.query.node.Name;
import eventflux.api.query.select.Query;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Defines a stream.
 *
 * @param header annotations, dialect and place
 * @param name its name
 * @param columns the columns in their order
 * @param primaryKey the columns of a {@code PRIMARY KEY} clause of its own
 * @param watermark its event time
 * @param settings the {@code WITH} clause
 * @param query the query that fills it: {@code CREATE STREAM x AS SELECT …}
 */
public record StreamDefinition(
        StatementHeader header,
        Name name,
        List<ColumnDefinition> columns,
        List<Name> primaryKey,
        Optional<Watermark> watermark,
        List<Setting> settings,
        Optional<Query> query)
        implements Statement {

    /** Checks the parts and copies the lists. */
    public StreamDefinition {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(watermark, "watermark");
        Objects.requireNonNull(query, "query");
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitStreamDefinition(this);
    }
}
