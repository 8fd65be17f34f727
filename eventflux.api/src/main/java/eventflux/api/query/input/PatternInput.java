package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.pattern.PatternElement;
import eventflux.api.query.pattern.PatternLimit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A pattern or a sequence.
 *
 * @param kind whether other events may lie between
 * @param pattern the pattern
 * @param within how long a match may take
 * @param partitionBy a pattern of its own for each key; empty for one
 * @param position where it stands
 */
public record PatternInput(
        PatternKind kind,
        PatternElement pattern,
        Optional<PatternLimit> within,
        List<Expression> partitionBy,
        SourcePosition position)
        implements Input {

    /** Checks the parts and copies the lists. */
    public PatternInput {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(position, "position");
        partitionBy = List.copyOf(partitionBy);
    }

    @Override
    public <R> R accept(InputVisitor<R> visitor) {
        return visitor.visitPatternInput(this);
    }
}
