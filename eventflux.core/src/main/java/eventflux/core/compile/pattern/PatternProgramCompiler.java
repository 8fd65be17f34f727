package eventflux.core.compile.pattern;

import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.compile.code.TableTests;
import eventflux.core.operator.LongKey;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.pattern.MatchFormula;
import eventflux.core.operator.pattern.PatternLeaf;
import eventflux.core.operator.pattern.PatternProgram;
import eventflux.core.operator.pattern.PatternStep;
import eventflux.core.operator.pattern.PatternStep.StepKey;
import eventflux.core.plan.PatternKeys;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedPattern.Formula;
import eventflux.core.resolved.ResolvedPattern.Leaf;
import eventflux.core.resolved.ResolvedPattern.Step;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the automaton of one pattern. */
public final class PatternProgramCompiler {

    private static final RowPredicate ALWAYS = (row, context) -> true;
    private static final RowPairPredicate ALWAYS_BOTH = (event, match, context) -> true;

    private final ResolvedPattern pattern;
    private final ExpressionCompiler code;
    private final SymbolTable symbols;
    private final TableTests tables;
    private final RowLayout composed;
    private final Map<String, RowLayout> streams;
    private final List<String> names;
    private final Captures captures;
    private int absences;

    /**
     * A compiler.
     *
     * @param pattern what it makes
     * @param code makes predicates and keys
     * @param rows what expressions over rows refer to beside them
     * @param composed how composed rows lie
     * @param streams how the events of each stream lie
     * @param aggregates makes aggregators over collected events
     */
    public PatternProgramCompiler(
            ResolvedPattern pattern,
            ExpressionCompiler code,
            Bindings rows,
            RowLayout composed,
            Map<String, RowLayout> streams,
            AggregateMaker aggregates) {
        this.captures = new Captures(pattern, composed, streams, aggregates);
        this.pattern = pattern;
        this.code = code;
        this.symbols = rows.symbols();
        this.tables = rows.tests();
        this.composed = composed;
        this.streams = streams;
        this.names = pattern.streams();
    }

    /** The automaton. */
    public PatternProgram compile() {
        List<PatternStep> steps = new ArrayList<>();
        for (int step = 0; step < pattern.steps().size(); step++) {
            steps.add(step(step));
        }
        return new PatternProgram(
                pattern.sequence(),
                steps,
                pattern.repeats().stream()
                        .map(repeat -> new PatternProgram.Repeat(
                                repeat.first(), repeat.last(), captures.forgetting(repeat.first())))
                        .toList(),
                pattern.limits().stream()
                        .map(limit -> new PatternProgram.Limit(limit.first(), limit.last(), limit.millis()))
                        .toList(),
                absences,
                captures.completion());
    }

    private PatternStep step(int number) {
        Step step = pattern.steps().get(number);
        List<PatternLeaf> leaves = new ArrayList<>();
        for (int leaf = 0; leaf < step.leaves().size(); leaf++) {
            leaves.add(leaf(number, leaf));
        }
        return new PatternStep(leaves, formula(step, step.formula()), keys(number));
    }

    private PatternLeaf leaf(int step, int number) {
        Leaf leaf = pattern.steps().get(step).leaves().get(number);
        RowLayout event = streams.get(leaf.stream());
        List<Expr> parts = leaf.condition().map(PatternKeys::parts).orElse(List.of());
        List<Expr> own = parts.stream().filter(PatternKeys::isAboutEvent).toList();
        boolean isCross = own.size() < parts.size();
        return new PatternLeaf(
                names.indexOf(leaf.stream()),
                new PatternLeaf.Count(
                        leaf.quantity().min(),
                        leaf.quantity().max().orElse(PatternLeaf.Count.UNBOUNDED),
                        captures.counter(step, number)),
                leaf.absence().map(this::absence).orElse(PatternLeaf.Absence.NONE),
                turn(pattern.steps().get(step), leaf.turn()),
                conjunction(own)
                        .map(test -> code.predicate(test, bindings(event)))
                        .orElse(ALWAYS),
                isCross ? code.pairPredicate(leaf.condition().orElseThrow(), bindings(event, composed)) : ALWAYS_BOTH,
                isCross,
                captures.of(step, number));
    }

    private Bindings bindings(RowLayout... rows) {
        return new Bindings(List.of(rows), symbols, List.of(), tables);
    }

    private PatternLeaf.Absence absence(ResolvedPattern.Absence absence) {
        return new PatternLeaf.Absence(true, absence.millis(), absence.millis() > 0 ? absences++ : -1);
    }

    private static PatternLeaf.Turn turn(Step step, ResolvedPattern.Turn turn) {
        if (turn.equals(ResolvedPattern.Turn.ALWAYS)) {
            return PatternLeaf.Turn.ALWAYS;
        }
        return new PatternLeaf.Turn(new MatchFormula.All(formulas(step, turn.after())), formulas(step, turn.until()));
    }

    private static List<MatchFormula> formulas(Step step, List<Formula> all) {
        return all.stream().map(part -> formula(step, part)).toList();
    }

    private static Optional<Expr> conjunction(List<Expr> parts) {
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Truth.Logical(true, parts, true));
    }

    private static MatchFormula formula(Step step, Formula formula) {
        if (formula instanceof Formula.Of leaf) {
            Optional<ResolvedPattern.Absence> absence =
                    step.leaves().get(leaf.leaf()).absence();
            return absence.isPresent()
                    ? new MatchFormula.Absent(leaf.leaf(), absence.get().millis() > 0)
                    : new MatchFormula.Present(leaf.leaf());
        }
        Formula.Junction junction = (Formula.Junction) formula;
        List<MatchFormula> parts =
                junction.parts().stream().map(part -> formula(step, part)).toList();
        return junction.all() ? new MatchFormula.All(parts) : new MatchFormula.Any(parts);
    }

    private List<StepKey> keys(int step) {
        List<Leaf> leaves = pattern.steps().get(step).leaves();
        List<List<PatternKeys.Pair>> index = PatternKeys.index(pattern, step);
        List<StepKey> keys = new ArrayList<>();
        for (int place = 0; !index.isEmpty() && place < index.get(0).size(); place++) {
            int number = place;
            List<PatternKeys.Pair> pairs =
                    index.stream().map(pairsOfLeaf -> pairsOfLeaf.get(number)).toList();
            if (areLong(pairs, leaves)) {
                keys.add(key(pairs, leaves));
            }
        }
        return keys;
    }

    private boolean areLong(List<PatternKeys.Pair> pairs, List<Leaf> leaves) {
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            if (!ExpressionCompiler.fitsLong(pairs.get(leaf).event(), List.of(event(leaves.get(leaf))))) {
                return false;
            }
        }
        return ExpressionCompiler.fitsLong(captured(pairs.get(0)), List.of(composed));
    }

    private StepKey key(List<PatternKeys.Pair> pairs, List<Leaf> leaves) {
        List<LongKey> events = new ArrayList<>();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            events.add(code.longKey(pairs.get(leaf).event(), bindings(event(leaves.get(leaf)))));
        }
        return new StepKey(events, code.longKey(captured(pairs.get(0)), bindings(composed)));
    }

    private RowLayout event(Leaf leaf) {
        return streams.get(leaf.stream());
    }

    private static Expr captured(PatternKeys.Pair pair) {
        return new Expr.ColumnRef(
                0, pair.match().column(), pair.match().type(), pair.match().name());
    }
}
