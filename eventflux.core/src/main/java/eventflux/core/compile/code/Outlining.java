package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.term.ChoiceTerm;
import eventflux.core.compile.code.term.CoalesceTerm;
import eventflux.core.compile.code.term.JunctionTerm;
import eventflux.core.compile.code.term.OutlinedTerm;
import eventflux.core.compile.code.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Keeps methods short: HotSpot does not compile those of more than 8,000 bytes, and the format has none of more than 65,535.
 * Terms are counted, of which each takes 50 bytes at most; a term that would be too heavy gets parts of it outlined.
 */
final class Outlining {

    /** The most terms of a method. */
    static final int LIMIT = 150;

    private Outlining() {}

    /** The only operand of a term, outlined when it is too heavy. */
    static Term fit(Term operand) {
        return operand.weight() > LIMIT ? OutlinedTerm.of(operand) : operand;
    }

    /** The operands of one term, the heaviest outlined until all fit. */
    static List<Term> fit(List<Term> operands) {
        List<Term> fitting = new ArrayList<>(operands);
        while (weight(fitting) > LIMIT) {
            int heaviest = 0;
            for (int i = 1; i < fitting.size(); i++) {
                heaviest = fitting.get(i).weight() > fitting.get(heaviest).weight() ? i : heaviest;
            }
            if (fitting.get(heaviest).weight() == 1) {
                break;
            }
            fitting.set(heaviest, OutlinedTerm.of(fitting.get(heaviest)));
        }
        return List.copyOf(fitting);
    }

    /** A conjunction or disjunction, of groups of operands where they are too many. */
    static Term junction(boolean conjunction, List<Term> operands, boolean nullIsFalse) {
        List<Term> grouped = operands;
        while (weight(grouped) > LIMIT) {
            grouped = groups(grouped, Term::weight).stream()
                    .map(group -> OutlinedTerm.of(new JunctionTerm(conjunction, group, nullIsFalse)))
                    .toList();
        }
        return new JunctionTerm(conjunction, List.copyOf(grouped), nullIsFalse);
    }

    /** A choice, the later branches outlined as the else of the earlier ones where they are too many. */
    static Term choice(List<Term> conditions, List<Term> values, DataType type) {
        Term otherwise = fit(values.get(conditions.size()));
        List<Term> headConditions = new ArrayList<>();
        List<Term> headValues = new ArrayList<>();
        for (int i = conditions.size() - 1; i >= 0; i--) {
            List<Term> branch = fit(List.of(conditions.get(i), values.get(i)));
            if (weight(headConditions) + weight(headValues) + otherwise.weight() + weight(branch) > LIMIT) {
                otherwise = outlinedChoice(headConditions, headValues, otherwise, type);
                headConditions.clear();
                headValues.clear();
            }
            headConditions.add(0, branch.get(0));
            headValues.add(0, branch.get(1));
        }
        headValues.add(otherwise);
        return new ChoiceTerm(List.copyOf(headConditions), List.copyOf(headValues), type);
    }

    private static Term outlinedChoice(List<Term> conditions, List<Term> values, Term otherwise, DataType type) {
        if (conditions.isEmpty()) {
            return OutlinedTerm.of(otherwise);
        }
        List<Term> all = new ArrayList<>(values);
        all.add(otherwise);
        return OutlinedTerm.of(new ChoiceTerm(List.copyOf(conditions), List.copyOf(all), type));
    }

    /** The first that is not null, the later operands outlined where they are too many. */
    static Term coalesce(List<Term> operands, DataType type) {
        List<Term> head = new ArrayList<>();
        for (int i = operands.size() - 1; i >= 0; i--) {
            if (!head.isEmpty() && weight(head) + operands.get(i).weight() > LIMIT) {
                Term tail = OutlinedTerm.of(new CoalesceTerm(List.copyOf(head), type));
                head.clear();
                head.add(tail);
            }
            head.add(0, operands.get(i));
        }
        return new CoalesceTerm(fit(head), type);
    }

    /** Groups things in order, as many in a group as fit one method. */
    static <T> List<List<T>> groups(List<T> things, ToIntFunction<T> weight) {
        List<List<T>> groups = new ArrayList<>();
        List<T> group = new ArrayList<>();
        int sum = 0;
        for (T thing : things) {
            int next = weight.applyAsInt(thing);
            if (!group.isEmpty() && sum + next > LIMIT) {
                groups.add(List.copyOf(group));
                group.clear();
                sum = 0;
            }
            group.add(thing);
            sum += next;
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    private static int weight(List<Term> terms) {
        return terms.stream().mapToInt(Term::weight).sum();
    }
}
