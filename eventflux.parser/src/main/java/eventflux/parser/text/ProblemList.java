package eventflux.parser.text;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of one text while it is read. Used by one thread. */
public final class ProblemList {

    /** Nobody reads more than these in one go. */
    public static final int LIMIT = 100;

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            problem -> problem.position().orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Problem> problems = new ArrayList<>();

    /** Adds one, unless there are too many already. */
    public void add(Problem problem) {
        if (problems.size() < LIMIT) {
            problems.add(problem);
        } else if (problems.size() == LIMIT) {
            Problem last = Problem.of(SyntaxError.TOO_MANY_PROBLEMS, "limit", LIMIT);
            problems.add(problem.position().map(last::at).orElse(last));
        }
    }

    /** Whether reading on makes no sense. */
    public boolean isFull() {
        return problems.size() > LIMIT;
    }

    /** How many there are. */
    public int size() {
        return problems.size();
    }

    /** All of them, by their places. */
    public List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(BY_PLACE);
        return sorted;
    }
}
