package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.StringLiteral;
import java.util.Objects;

/**
 * When the clock shows certain times.
 *
 * @param schedule a cron expression of six or seven fields, seconds first
 * @param position where it stands
 */
public record AtCron(StringLiteral schedule, SourcePosition position) implements TriggerTime {

    /** Checks the parts. */
    public AtCron {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(TriggerTimeVisitor<R> visitor) {
        return visitor.visitAtCron(this);
    }
}
