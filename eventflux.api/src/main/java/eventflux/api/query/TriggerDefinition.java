package eventflux.api.query;

import eventflux.api.query.definition.TriggerTime;
import eventflux.api.query.node.Name;
import java.util.Objects;

/**
 * Defines a stream that time feeds.
 *
 * @param header annotations, dialect and place
 * @param name its name
 * @param time when
 */
public record TriggerDefinition(StatementHeader header, Name name, TriggerTime time) implements Statement {

    /** Checks the parts. */
    public TriggerDefinition {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(time, "time");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitTriggerDefinition(this);
    }
}
