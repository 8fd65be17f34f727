package eventflux.core.compile.pattern;

import eventflux.core.operator.pattern.MatchFormula;
import eventflux.core.operator.pattern.PatternLeaf.Count;
import eventflux.core.operator.pattern.PatternProgram.Limit;
import eventflux.core.operator.pattern.StepPart;
import eventflux.core.operator.pattern.StepPart.Rounds;
import eventflux.core.resolved.ResolvedPattern.Formula;
import eventflux.core.resolved.ResolvedPattern.Leaf;
import eventflux.core.resolved.ResolvedPattern.Step;
import java.util.ArrayList;
import java.util.List;

/** Makes the formula of one step, gives bits to its parts, and counters to what counts. */
final class StepCompiler {

    private final int number;
    private final Step step;
    private final Captures captures;
    private final List<StepPart> parts = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private int bits;
    private int counters;

    /**
     * Of one step.
     *
     * @param number its place
     * @param step what it makes the formula of
     * @param captures how composed rows change
     */
    StepCompiler(int number, Step step, Captures captures) {
        this.number = number;
        this.step = step;
        this.captures = captures;
        this.bits = step.leaves().size();
    }

    /** What of the step starts anew, inner parts first; after the formula is made. */
    List<StepPart> parts() {
        return parts;
    }

    /** What of the step is limited; after the formula is made. */
    List<Limit> limits() {
        return limits;
    }

    /** How many events a leaf takes, and who counts them. */
    Count count(Leaf leaf) {
        boolean isInside = leaf.isCounted() && !step.isSimple();
        return new Count(
                leaf.quantity().min(),
                leaf.quantity().max().orElse(Count.UNBOUNDED),
                isInside ? counters++ : Count.NO_COUNTER);
    }

    MatchFormula formula() {
        return formula(step.formula());
    }

    private MatchFormula formula(Formula formula) {
        if (formula instanceof Formula.Of leaf) {
            return leaf(leaf.leaf());
        }
        if (formula instanceof Formula.Every every) {
            int bit = bits++;
            MatchFormula part = formula(every.part());
            parts.add(new StepPart(bit, part, Rounds.ANY, captures.restoring(number, every)));
            return new MatchFormula.Every(bit, part);
        }
        if (formula instanceof Formula.Limited limited) {
            MatchFormula.Limited part = new MatchFormula.Limited(bits++, formula(limited.part()));
            limits.add(Limit.of(number, limited.millis(), part));
            return part;
        }
        return formula instanceof Formula.Rounds rounds ? rounds(rounds) : junction(formula);
    }

    private MatchFormula leaf(int number) {
        Leaf leaf = step.leaves().get(number);
        return leaf.absence()
                .<MatchFormula>map(absence -> new MatchFormula.Absent(number, absence.millis() > 0))
                .orElseGet(
                        () -> new MatchFormula.Present(number, leaf.quantity().min() == 0, leaf.isCounted()));
    }

    private MatchFormula rounds(Formula.Rounds rounds) {
        int bit = bits++;
        int counter = counters++;
        int before = parts.size();
        MatchFormula part = formula(rounds.part());
        boolean isNested = parts.subList(before, parts.size()).stream().anyMatch(StepPart::isRounds);
        int min = rounds.quantity().min();
        int max = rounds.quantity().max().orElse(Count.UNBOUNDED);
        Rounds how = new Rounds(min, max, counter, isNested, captures.keeping(number, rounds));
        parts.add(new StepPart(bit, part, how, captures.restoring(number, rounds)));
        return new MatchFormula.Rounds(bit, min == 0, part);
    }

    private MatchFormula junction(Formula formula) {
        List<MatchFormula> all = formula.parts().stream().map(this::formula).toList();
        if (formula instanceof Formula.Junction junction) {
            return junction.all() ? new MatchFormula.All(all) : new MatchFormula.Any(all);
        }
        return new MatchFormula.Chain(all);
    }
}
