package eventflux.core.compile.pattern;

import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.compile.code.TableTests;
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
        List<PatternProgram.Limit> limits = new ArrayList<>();
        pattern.limits()
                .forEach(limit -> limits.add(PatternProgram.Limit.of(limit.first(), limit.last(), limit.millis())));
        for (int step = 0; step < pattern.steps().size(); step++) {
            StepCompiler compiler = new StepCompiler(step, pattern.steps().get(step), captures);
            steps.add(step(step, compiler));
            limits.addAll(compiler.limits());
        }
        return new PatternProgram(
                pattern.sequence(),
                steps,
                pattern.repeats().stream()
                        .map(repeat -> new PatternProgram.Repeat(
                                repeat.first(), repeat.last(), captures.forgetting(repeat.first())))
                        .toList(),
                limits,
                absences,
                captures.completion());
    }

    private PatternStep step(int number, StepCompiler compiler) {
        Step step = pattern.steps().get(number);
        List<PatternLeaf> leaves = new ArrayList<>();
        List<List<StepKey>> keys = new ArrayList<>();
        for (int leaf = 0; leaf < step.leaves().size(); leaf++) {
            leaves.add(leaf(number, leaf, compiler));
            keys.add(keys(number, leaf));
        }
        MatchFormula formula = compiler.formula();
        return new PatternStep(leaves, formula, compiler.parts(), keys);
    }

    private PatternLeaf leaf(int step, int number, StepCompiler compiler) {
        Leaf leaf = pattern.steps().get(step).leaves().get(number);
        RowLayout event = streams.get(leaf.stream());
        List<Expr> parts = leaf.condition().map(PatternKeys::parts).orElse(List.of());
        List<Expr> own = parts.stream().filter(PatternKeys::isAboutEvent).toList();
        boolean isCross = own.size() < parts.size();
        return new PatternLeaf(
                names.indexOf(leaf.stream()),
                compiler.count(leaf),
                leaf.absence().map(this::absence).orElse(PatternLeaf.Absence.NONE),
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

    private static Optional<Expr> conjunction(List<Expr> parts) {
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Truth.Logical(true, parts, true));
    }

    private List<StepKey> keys(int step, int number) {
        RowLayout event = streams.get(pattern.steps().get(step).leaves().get(number).stream());
        return PatternKeys.index(pattern, step, number).stream()
                .filter(pair -> ExpressionCompiler.fitsLong(pair.event(), List.of(event))
                        && ExpressionCompiler.fitsLong(captured(pair), List.of(composed)))
                .map(pair -> new StepKey(
                        code.longKey(pair.event(), bindings(event)), code.longKey(captured(pair), bindings(composed))))
                .toList();
    }

    private static Expr captured(PatternKeys.Pair pair) {
        return new Expr.ColumnRef(
                0, pair.match().column(), pair.match().type(), pair.match().name());
    }
}
