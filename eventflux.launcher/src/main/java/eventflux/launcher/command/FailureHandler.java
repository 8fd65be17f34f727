package eventflux.launcher.command;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.launcher.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into lines that a person can act upon, and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult arguments) {
        if (failure instanceof EventFluxException expected) {
            return ProblemReport.to(line).print(expected.problems().toArray(Problem[]::new));
        }
        line.getErr().println("eventflux: a defect of the engine; please report it with these lines:");
        failure.printStackTrace(line.getErr());
        line.getErr().flush();
        return ExitCode.ENVIRONMENT;
    }
}
