package eventflux.shell;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saving and putting back what applications remember. */
@Component(service = StateCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"persist", "revisions", "restore"})
public final class StateCommands {

    private static final String DELETE = "-d";

    private final Applications applications;

    /** Acts on these. */
    @Activate
    public StateCommands(@Reference Applications applications) {
        this.applications = applications;
    }

    /** Saves states. */
    @Descriptor("saves the state of an application, or of all that run")
    public String persist(CommandSession session, @Descriptor("[<application>]") Object... arguments) {
        List<String> words = Usage.PERSIST.check(arguments, 0, 1);
        List<Application> chosen = words.isEmpty() ? alive() : List.of(applications.get(words.get(0)));
        List<String> outcomes = new ArrayList<>();
        for (Application application : chosen) {
            EventFluxAppRuntime runtime = application.running();
            outcomes.add(application.name() + " is saved as revision " + sentence(runtime::persist));
        }
        return outcomes.isEmpty() ? "no application runs" : String.join("\n", outcomes);
    }

    private List<Application> alive() {
        return applications.all().stream()
                .filter(application -> application.runtime().isPresent())
                .filter(application -> application.state() == AppState.RUNNING)
                .toList();
    }

    /** The saved states. */
    @Descriptor("the saved states of an application; -d deletes them")
    public String revisions(CommandSession session, @Descriptor("[-d] <application>") Object... arguments) {
        List<String> words = Usage.REVISIONS.check(arguments, 1, 2);
        boolean isDeletion = words.get(0).equals(DELETE);
        if (isDeletion != (words.size() == 2)) {
            throw Usage.REVISIONS.failure();
        }
        Application application = applications.get(words.get(words.size() - 1));
        EventFluxAppRuntime runtime = application.running();
        List<Long> revisions = sentence(runtime::revisions);
        if (isDeletion) {
            sentence(() -> {
                runtime.clearAllRevisions();
                return revisions;
            });
            return application.name() + " has no revisions any more";
        }
        if (revisions.isEmpty()) {
            return application.name() + " has no revisions";
        }
        Table table = new Table().right("REVISION").left("SAVED");
        revisions.forEach(revision -> table.row(revision, Instant.ofEpochMilli(revision)));
        return table.print(Screen.of(session));
    }

    /** Puts a state back. */
    @Descriptor("puts a saved state back, the newest if none is named")
    public String restore(CommandSession session, @Descriptor("<application> [<revision>]") Object... arguments) {
        List<String> words = Usage.RESTORE.check(arguments, 1, 2);
        Application application = applications.get(words.get(0));
        EventFluxAppRuntime runtime = application.running();
        OptionalLong restored =
                sentence(() -> words.size() == 1 ? runtime.restoreLastRevision() : restore(runtime, words.get(1)));
        return restored.isPresent()
                ? application.name() + " goes on with revision " + restored.getAsLong()
                : application.name() + " has no revisions";
    }

    private static OptionalLong restore(EventFluxAppRuntime runtime, String word) {
        if (!word.matches("\\d{1,18}")) {
            throw CommandFailure.of(ShellProblem.NOT_A_NUMBER, "value", word);
        }
        runtime.restoreRevision(Long.parseLong(word));
        return OptionalLong.of(Long.parseLong(word));
    }

    /** The revisions of an application; none where nothing keeps them. */
    static List<Long> revisionsOf(EventFluxAppRuntime runtime) {
        try {
            return runtime.revisions();
        } catch (EventFluxException e) {
            return List.of();
        }
    }

    /** What is answered, or the problems as sentences. */
    static <T> T sentence(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (EventFluxException e) {
            throw CommandFailure.printed(String.join(
                    "\n", e.problems().stream().map(Problem::message).toList()));
        }
    }
}
