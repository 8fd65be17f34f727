package eventflux.api.error;

import java.util.List;
import java.util.stream.Collectors;

/** Something is wrong with what the caller asked for, or with the world; says all of it at once. */
public final class EventFluxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** One problem. */
    public EventFluxException(Problem problem) {
        this(List.of(problem));
    }

    /** One problem and what caused it. */
    public EventFluxException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /** All problems, at least one. */
    public EventFluxException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order of their places. */
    public List<Problem> problems() {
        return problems;
    }
}
