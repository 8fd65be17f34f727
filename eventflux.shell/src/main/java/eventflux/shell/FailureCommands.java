package eventflux.shell;

import eventflux.api.ConnectionStatus;
import eventflux.api.StoredErrors;
import eventflux.api.spi.errors.StoredError;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How applications are connected, and the events that failed and were stored. */
@Component(service = FailureCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"connections", "errors", "replay", "purge"})
public final class FailureCommands {

    private static final int USUAL_COUNT = 20;
    private static final int DIGITS = 9;
    private static final String ALL = "all";

    private final Applications applications;

    /** Asks and acts on these. */
    @Activate
    public FailureCommands(@Reference Applications applications) {
        this.applications = applications;
    }

    /** The connections of one application, or of all. */
    @Descriptor("how sources, sinks and stores are connected")
    public String connections(CommandSession session, @Descriptor("[<application>]") Object... arguments) {
        List<String> words = Usage.CONNECTIONS.check(arguments, 0, 1);
        List<Application> asked = words.isEmpty()
                ? applications.all().stream()
                        .filter(application -> application.runtime().isPresent())
                        .toList()
                : List.of(applications.get(words.get(0)));
        Table table = new Table()
                .left("APPLICATION", "KIND", "NAME", "EXTENSION", "STATE", "SINCE")
                .right("FAILURES")
                .left("LAST ERROR");
        for (Application application : asked) {
            for (ConnectionStatus status : application.running().connections()) {
                table.row(
                        application.name(),
                        status.kind(),
                        status.name(),
                        status.extension(),
                        status.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        Instant.ofEpochMilli(status.sinceMillis()),
                        status.failures(),
                        status.lastError());
            }
        }
        return table.print(Screen.of(session));
    }

    /** The stored events of one application. */
    @Descriptor("the events of an application that failed and were stored, oldest first")
    public String errors(CommandSession session, @Descriptor("<application> [<count>]") Object... arguments) {
        List<String> words = Usage.ERRORS.check(arguments, 1, 2);
        Application application = applications.get(words.get(0));
        StoredErrors errors = application.running().storedErrors();
        int most = words.size() == 2 ? (int) number(words.get(1), DIGITS) : USUAL_COUNT;
        long count = StateCommands.sentence(errors::count);
        if (count == 0) {
            return application.name() + " has no stored events";
        }
        Table table = new Table()
                .right("NUMBER")
                .left("FAILED", "ORIGIN", "PLACE")
                .right("TRIES")
                .left("ERROR", "EVENT");
        for (StoredError error : StateCommands.sentence(() -> errors.list(0, most))) {
            table.row(
                    error.number(),
                    Instant.ofEpochMilli(error.timeMillis()),
                    error.origin().name().toLowerCase(Locale.ROOT),
                    error.endpoint().isEmpty() ? error.stream() : error.endpoint(),
                    error.attempts(),
                    error.message(),
                    error.shown());
        }
        String shown = table.print(Screen.of(session));
        return count > most ? shown + "\n" + (count - most) + " more" : shown;
    }

    /** Processes stored events again. */
    @Descriptor("processes stored events again: one, or all")
    public String replay(CommandSession session, @Descriptor("<application> <number or all>") Object... arguments) {
        List<String> words = Usage.REPLAY.check(arguments, 2, 2);
        Application application = applications.get(words.get(0));
        StoredErrors errors = application.running().storedErrors();
        if (words.get(1).equals(ALL)) {
            int count = StateCommands.sentence(errors::replayAll);
            long left = StateCommands.sentence(errors::count);
            return Counted.of(count, "event") + " replayed" + (left == 0 ? "" : ", " + left + " stored now");
        }
        long number = number(words.get(1), 18);
        return StateCommands.sentence(() -> {
            errors.replay(number);
            return "event " + number + " is replayed";
        });
    }

    /** Forgets stored events. */
    @Descriptor("forgets stored events: one, or all")
    public String purge(CommandSession session, @Descriptor("<application> <number or all>") Object... arguments) {
        List<String> words = Usage.PURGE.check(arguments, 2, 2);
        Application application = applications.get(words.get(0));
        StoredErrors errors = application.running().storedErrors();
        if (words.get(1).equals(ALL)) {
            return Counted.of(StateCommands.sentence(() -> errors.purge(Long.MAX_VALUE)), "event") + " forgotten";
        }
        long number = number(words.get(1), 18);
        boolean wasThere = StateCommands.sentence(() -> errors.discard(number));
        return wasThere ? "event " + number + " is forgotten" : application.name() + " has no event " + number;
    }

    static long number(String word, int digits) {
        if (!word.matches("\\d{1," + digits + "}")) {
            throw CommandFailure.of(ShellProblem.NOT_A_NUMBER, "value", word);
        }
        return Long.parseLong(word);
    }
}
