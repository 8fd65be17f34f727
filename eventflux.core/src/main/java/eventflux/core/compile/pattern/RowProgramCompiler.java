package eventflux.core.compile.pattern;

import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.match.RowProgram;
import eventflux.core.operator.match.RowVariable;
import eventflux.core.operator.pattern.RowCapture;
import eventflux.core.plan.PatternKeys;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedMatch;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the program of one {@code MATCH_RECOGNIZE}. */
public final class RowProgramCompiler {

    private static final RowPredicate ALWAYS = (row, context) -> true;
    private static final RowPairPredicate ALWAYS_BOTH = (row, match, context) -> true;

    private final ResolvedMatch match;
    private final ExpressionCompiler code;
    private final Bindings rows;
    private final RowLayout event;
    private final RowLayout composed;
    private final Captures captures;

    /**
     * A compiler.
     *
     * @param match what it compiles
     * @param code makes predicates
     * @param rows what expressions over rows refer to beside them
     * @param event how the rows lie, values of those before included
     * @param composed how composed rows lie
     * @param aggregates makes aggregators over collected rows
     */
    public RowProgramCompiler(
            ResolvedMatch match,
            ExpressionCompiler code,
            Bindings rows,
            RowLayout event,
            RowLayout composed,
            AggregateMaker aggregates) {
        this.match = match;
        this.code = code;
        this.rows = rows;
        this.event = event;
        this.composed = composed;
        this.captures = new Captures(match.elements(), composed, Map.of(match.stream(), event), aggregates);
    }

    /** The program. */
    public RowProgram compile() {
        RowPlaces places = RowPlaces.of(match.pattern());
        return new RowProgram(
                match.variables().stream().map(this::variable).toList(),
                places.waits(),
                places.follows(),
                places.begins(),
                match.variables().stream().map(this::isMarked).toList(),
                RowProgram.Skip.valueOf(match.skip().place().name()),
                match.within().orElse(-1));
    }

    /** What of a complete match is computed at the end, if anything is. */
    public Optional<RowCapture> completion() {
        return captures.completion();
    }

    private boolean isMarked(ResolvedMatch.Variable variable) {
        return match.skip().element().isPresent()
                && variable.elements().contains(match.skip().element().getAsInt());
    }

    private RowVariable variable(ResolvedMatch.Variable variable) {
        List<Expr> parts = variable.condition().map(PatternKeys::parts).orElse(List.of());
        List<Expr> own = parts.stream().filter(PatternKeys::isAboutEvent).toList();
        boolean isCross = own.size() < parts.size();
        return new RowVariable(
                Truth.Logical.all(own)
                        .map(test -> code.predicate(test, bindings(event)))
                        .orElse(ALWAYS),
                isCross
                        ? code.pairPredicate(variable.condition().orElseThrow(), bindings(event, composed))
                        : ALWAYS_BOTH,
                isCross,
                captures.ofAll(variable.elements()));
    }

    private Bindings bindings(RowLayout... inputs) {
        return new Bindings(List.of(inputs), rows.symbols(), List.of(), rows.tests());
    }
}
