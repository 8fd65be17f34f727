package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.Objects;

/**
 * {@code WATERMARK FOR ts AS ts - INTERVAL '5' SECOND}: event time and how late rows may be.
 *
 * @param column the column that holds the time
 * @param bound the time before which nothing more is expected
 * @param position where it stands
 */
public record Watermark(Name column, Expression bound, SourcePosition position) implements Node {

    /** Checks the parts. */
    public Watermark {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(position, "position");
    }
}
