package eventflux.core.analyze.pattern;

import eventflux.api.query.node.Name;
import eventflux.api.query.pattern.RowAlternation;
import eventflux.api.query.pattern.RowConcatenation;
import eventflux.api.query.pattern.RowPatternVisitor;
import eventflux.api.query.pattern.RowRepetition;
import eventflux.api.query.pattern.RowVariable;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.RowRegex;
import java.util.ArrayList;
import java.util.List;

/** Reads the pattern of {@code MATCH_RECOGNIZE} and collects its variables. */
final class RowPatternReader implements RowPatternVisitor<RowRegex> {

    // Each repetition with an end is written out.
    private static final int MOST_PLACES = 1_000;

    private final ProblemLog problems;
    private final List<Name> variables = new ArrayList<>();

    RowPatternReader(ProblemLog problems) {
        this.problems = problems;
    }

    /** The variables, each once, in the order of the pattern. */
    List<Name> variables() {
        return variables;
    }

    @Override
    public RowRegex visitRowVariable(RowVariable variable) {
        String name = variable.name().text();
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).text().equals(name)) {
                return new RowRegex.One(i);
            }
        }
        variables.add(variable.name());
        return new RowRegex.One(variables.size() - 1);
    }

    @Override
    public RowRegex visitRowConcatenation(RowConcatenation concatenation) {
        return new RowRegex.InOrder(
                concatenation.parts().stream().map(part -> part.accept(this)).toList());
    }

    @Override
    public RowRegex visitRowAlternation(RowAlternation alternation) {
        return new RowRegex.Choice(alternation.choices().stream()
                .map(choice -> choice.accept(this))
                .toList());
    }

    @Override
    public RowRegex visitRowRepetition(RowRepetition repetition) {
        RowRegex part = repetition.part().accept(this);
        int min = repetition.quantifier().min();
        long times = Math.max(min, repetition.quantifier().max().orElse(min));
        RowRegex repeated =
                new RowRegex.Repeat(part, min, repetition.quantifier().max(), repetition.reluctant());
        if (times * places(part) > MOST_PLACES) {
            problems.reportUnsupported(
                    "a pattern of more than " + MOST_PLACES + " rows",
                    repetition.quantifier().position());
            return part;
        }
        return repeated;
    }

    private static long places(RowRegex regex) {
        if (regex instanceof RowRegex.Repeat repeat) {
            return Math.max(1, repeat.max().orElse(repeat.min() + 1)) * places(repeat.part());
        }
        if (regex instanceof RowRegex.InOrder order) {
            return order.parts().stream().mapToLong(RowPatternReader::places).sum();
        }
        if (regex instanceof RowRegex.Choice choice) {
            return choice.parts().stream().mapToLong(RowPatternReader::places).sum();
        }
        return 1;
    }
}
