package eventflux.shell;

import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.error.ProblemPrinter;
import eventflux.api.query.TextFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at texts without running them. */
@Component(service = TextCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"validate", "format", "explain"})
public final class TextCommands {

    /** What to call a text that was typed. */
    private static final String TYPED = "text";

    private static final String ALL = "--all";

    private final EventFluxManager manager;
    private final Applications applications;
    private final TextFormatter formatter;

    /** Asks the engine, and the formatter for the looks of texts. */
    @Activate
    public TextCommands(
            @Reference EventFluxManager manager,
            @Reference Applications applications,
            @Reference TextFormatter formatter) {
        this.manager = manager;
        this.applications = applications;
        this.formatter = formatter;
    }

    /** A text and what to call it. */
    private record Named(String name, String text) {}

    /** The problems of a file; errors are a failure, so that scripts notice. */
    @Descriptor("checks a text and prints its problems")
    public String validate(CommandSession session, @Descriptor("<file>") Object... arguments) {
        String file = Usage.VALIDATE.check(arguments, 1, 1).get(0);
        Named named = read(session.currentDir(), file)
                .orElseThrow(() -> CommandFailure.of(ShellProblem.FILE_MISSING, "file", file));
        List<Problem> problems = manager.validate(named.text());
        String printed = print(named, problems);
        if (problems.stream().anyMatch(Problem::isError)) {
            throw CommandFailure.printed(printed);
        }
        return problems.isEmpty() ? file + ": no problems" : printed.stripTrailing();
    }

    /** A file in the one style; the file stays as it is. */
    @Descriptor("prints a text in the one style")
    public String format(CommandSession session, @Descriptor("<file>") Object... arguments) {
        String file = Usage.FORMAT.check(arguments, 1, 1).get(0);
        Named named = read(session.currentDir(), file)
                .orElseThrow(() -> CommandFailure.of(ShellProblem.FILE_MISSING, "file", file));
        try {
            return formatter.format(named.text()).stripTrailing();
        } catch (EventFluxException e) {
            throw CommandFailure.printed(print(named, e.problems()));
        }
    }

    /** The stages of an application, a file or a text. */
    @Descriptor("shows the plan of a text and the pipeline made of it; --all shows what was read, too")
    public String explain(
            CommandSession session, @Descriptor("[--all] <application, file or 'text'>") Object... arguments) {
        List<String> words = Usage.EXPLAIN.check(arguments, 1, Integer.MAX_VALUE);
        boolean isAll = words.get(0).equals(ALL);
        if (isAll && words.size() == 1) {
            throw Usage.EXPLAIN.failure();
        }
        String word = String.join(" ", isAll ? words.subList(1, words.size()) : words);
        Named named = applications
                .find(word)
                .map(application -> new Named(application.source(), application.text()))
                .or(() -> read(session.currentDir(), word))
                .or(() -> typed(word))
                .orElseThrow(() -> CommandFailure.of(ShellProblem.NOTHING_TO_EXPLAIN, "word", word));
        try {
            Explanation explanation = manager.explain(named.text());
            return (isAll ? explanation : explanation.plan()).toString().stripTrailing();
        } catch (EventFluxException e) {
            throw CommandFailure.printed(print(named, e.problems()));
        }
    }

    private static Optional<Named> typed(String word) {
        return word.contains(" ") || word.contains("\n") ? Optional.of(new Named(TYPED, word)) : Optional.empty();
    }

    private static Optional<Named> read(Path folder, String file) {
        if (file.indexOf('\0') >= 0 || file.contains("\n")) {
            return Optional.empty();
        }
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Named(file, Files.readString(path)));
        } catch (IOException e) {
            throw CommandFailure.of(ShellProblem.FILE_UNREADABLE, "file", file, "reason", e.getMessage());
        }
    }

    private static String print(Named named, List<Problem> problems) {
        return new ProblemPrinter(named.name(), named.text()).print(problems);
    }
}
