package eventflux.launcher.command;

import eventflux.api.error.ErrorKind;
import eventflux.api.error.Problem;
import eventflux.api.error.ProblemPrinter;
import eventflux.launcher.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Prints problems where people look for them, in the colours that the terminal has. */
final class ProblemReport {

    private final PrintWriter err;
    private final Ansi ansi;

    private ProblemReport(PrintWriter err, Ansi ansi) {
        this.err = err;
        this.ansi = ansi;
    }

    static ProblemReport to(CommandLine line) {
        return new ProblemReport(line.getErr(), line.getColorScheme().ansi());
    }

    /** Prints problems that have no text, of the command line or the distribution; answers the exit code for them. */
    int print(Problem... problems) {
        return print("eventflux", "", List.of(problems));
    }

    /** Prints problems of a text with their places; answers the exit code for them. */
    int print(ApplicationText text, List<Problem> problems) {
        return print(text.file().toString(), text.text(), problems);
    }

    private int print(String name, String text, List<Problem> problems) {
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
        if (!ansi.enabled()) {
            return line;
        }
        return line.replaceFirst(": error: ", ": " + ansi.string("@|bold,red error|@") + ": ")
                .replaceFirst(": warning: ", ": " + ansi.string("@|bold,yellow warning|@") + ": ")
                .replaceFirst("^( *\\| )([ \t]*)(\\^+)$", "$1$2" + ansi.string("@|bold,green $3|@"));
    }
}
