package eventflux.launcher.command;

import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.error.ProblemPrinter;
import eventflux.launcher.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Prints problems where people look for them, in the colours that the terminal has. */
final class ProblemReport {

    private final PrintWriter err;
    private final Supplier<Ansi> ansi;

    private ProblemReport(PrintWriter err, Supplier<Ansi> ansi) {
        this.err = err;
        this.ansi = ansi;
    }

    static ProblemReport to(CommandLine line) {
        return new ProblemReport(line.getErr(), () -> line.getColorScheme().ansi());
    }

    /** As the command line would report, but asks for its library only when there is something to print. */
    static ProblemReport to(PrintWriter err) {
        return new ProblemReport(err, () -> Ansi.AUTO);
    }

    /** Prints problems that have no text, of the command line or the distribution; answers the exit code for them. */
    int print(Problem... problems) {
        return print("eventflux", "", List.of(problems));
    }

    /** Prints problems of a text with their places; answers the exit code for them. */
    int print(ApplicationText text, List<Problem> problems) {
        return print(text.file().toString(), text.text(), problems);
    }

    /** Prints what a command threw; answers the exit code for it. */
    int print(Exception failure) {
        if (failure instanceof EventFluxException expected) {
            return print(expected.problems().toArray(Problem[]::new));
        }
        err.println("eventflux: a defect of the engine; please report it with these lines:");
        failure.printStackTrace(err);
        err.flush();
        return ExitCode.ENVIRONMENT;
    }

    private int print(String name, String text, List<Problem> problems) {
        if (problems.isEmpty()) {
            return ExitCode.OK;
        }
        new ProblemPrinter(name, text)
                .print(problems)
                .lines()
                .map(this::coloured)
                .forEach(err::println);
        advice(problems).forEach(err::println);
        err.flush();
        return problems.stream().anyMatch(Problem::isError) ? ExitCode.of(problems) : ExitCode.OK;
    }

    private static Stream<String> advice(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code().kind())
                .distinct()
                .filter(kind -> kind != ErrorKind.USER)
                .map(ErrorKind::advice);
    }

    private String coloured(String line) {
        Ansi colours = ansi.get();
        if (!colours.enabled()) {
            return line;
        }
        return line.replaceFirst(": error: ", ": " + colours.string("@|bold,red error|@") + ": ")
                .replaceFirst(": warning: ", ": " + colours.string("@|bold,yellow warning|@") + ": ")
                .replaceFirst("^( *\\| )([ \t]*)(\\^+)$", "$1$2" + colours.string("@|bold,green $3|@"));
    }
}
