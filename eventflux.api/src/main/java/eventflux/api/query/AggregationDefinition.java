package eventflux.api.query;

import eventflux.api.query.definition.AggregationPeriods;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.query.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Defines sums over calendar periods.
 *
 * @param header annotations, dialect and place
 * @param name its name
 * @param select what is aggregated from what, with its groups
 * @param timestamp the column that holds the time; that of the event when empty
 * @param periods the periods
 * @param settings the {@code WITH} clause
 */
public record AggregationDefinition(
        StatementHeader header,
        Name name,
        Select select,
        Optional<Expression> timestamp,
        AggregationPeriods periods,
        List<Setting> settings)
        implements Statement {

    /** Checks the parts and copies the lists. */
    public AggregationDefinition {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(select, "select");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(periods, "periods");
        settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitAggregationDefinition(this);
    }
}
