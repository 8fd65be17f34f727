package eventflux.api.query.select;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Node;
import eventflux.api.query.output.OutputAction;
import eventflux.api.query.output.OutputRate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A query with everything that belongs to it. {@code UPDATE}, {@code DELETE} and {@code UPSERT} are queries whose output is a
 * table.
 *
 * @param commonTables queries named before it
 * @param body what is read and selected
 * @param rate how often rows come out
 * @param output what becomes of them
 * @param position where it stands
 */
public record Query(
        List<CommonTable> commonTables,
        SelectExpression body,
        Optional<OutputRate> rate,
        OutputAction output,
        SourcePosition position)
        implements Node {

    /** Checks the parts and copies the lists. */
    public Query {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(position, "position");
        commonTables = List.copyOf(commonTables);
    }
}
