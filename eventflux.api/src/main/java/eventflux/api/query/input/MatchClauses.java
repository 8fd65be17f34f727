package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.node.Node;
import eventflux.api.query.pattern.RowPattern;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The pattern of {@code MATCH_RECOGNIZE} and how matches are taken.
 *
 * @param rows what a match gives
 * @param skip where the search goes on; behind the match when empty
 * @param pattern the pattern
 * @param within how long a match may take
 * @param subsets names for several variables
 * @param definitions the conditions of the variables
 * @param position where it stands
 */
public record MatchClauses(
        MatchRows rows,
        Optional<MatchSkip> skip,
        RowPattern pattern,
        Optional<DurationLiteral> within,
        List<VariableSet> subsets,
        List<VariableDefinition> definitions,
        SourcePosition position)
        implements Node {

    /** Checks the parts and copies the lists. */
    public MatchClauses {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(skip, "skip");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(position, "position");
        subsets = List.copyOf(subsets);
        definitions = List.copyOf(definitions);
    }
}
