package eventflux.launcher.command;

import eventflux.launcher.EditDistance;
import eventflux.launcher.ExitCode;
import eventflux.launcher.LauncherError;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line or two what is wrong with a command line, and where to read on; forty lines of usage would hide it. */
final class MisuseHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        boolean isOfNoCommand = line.getParent() == null && failure instanceof UnmatchedArgumentException;
        if (isOfNoCommand && arguments.length > 0 && isUnknownCommand(arguments[0])) {
            return unknownCommand(line, arguments[0]);
        }
        // The library says the word twice of an option that takes pairs.
        err.println("eventflux: error: " + failure.getMessage().replace("option option", "option"));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println(line.getCommandSpec().qualifiedName() + " --help says how it is used");
        err.flush();
        return ExitCode.USAGE;
    }

    /** Whether a word stands where a command is due and is neither one nor a file. */
    static boolean isUnknownCommand(String word) {
        try {
            return !word.isEmpty()
                    && word.chars().allMatch(letter -> Character.isLetter(letter) || letter == '-')
                    && !Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Says so, with the command that may have been meant. */
    static int unknownCommand(CommandLine line, String word) {
        ProblemReport.to(line)
                .print(LauncherError.NO_SUCH_COMMAND.problem(
                        Map.of("name", word),
                        EditDistance.nearest(word, line.getSubcommands().keySet())));
        return ExitCode.USAGE;
    }
}
