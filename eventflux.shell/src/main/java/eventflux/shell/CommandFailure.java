package eventflux.shell;

import eventflux.api.error.Problem;

/** Ends a command. Gogo prints what {@link #toString} answers, so that is the sentence alone; there is no stack trace. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CommandFailure(String message) {
        super(message, null, false, false);
    }

    /** One of the shell's own problems. */
    static CommandFailure of(ShellProblem problem, Object... namesAndValues) {
        return new CommandFailure(Problem.of(problem, namesAndValues).message());
    }

    /** Problems that are printed already, over several lines. */
    static CommandFailure printed(String problems) {
        return new CommandFailure(problems.stripTrailing());
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
