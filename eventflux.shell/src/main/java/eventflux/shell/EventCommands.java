package eventflux.shell;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.InputHandler;
import eventflux.api.event.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts events in by hand and watches them come out. */
@Component(service = EventCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"send", "tail"})
public final class EventCommands {

    private static final String TIME_OPTION = "-t";

    private final Applications applications;

    /** Acts on the applications that run. */
    @Activate
    public EventCommands(@Reference Applications applications) {
        this.applications = applications;
    }

    /** Sends one event. */
    @Descriptor("sends one event")
    public String send(
            CommandSession session, @Descriptor("[-t <millis>] <application> <stream> <value>…") Object... arguments) {
        Usage.SEND.check(arguments, 3, Integer.MAX_VALUE);
        // Values stay what they are: a null is no text.
        List<Object> words = Arrays.asList(arguments);
        boolean timed = TIME_OPTION.equals(String.valueOf(words.get(0)));
        int first = timed ? 2 : 0;
        if (words.size() < first + 3) {
            throw Usage.SEND.failure();
        }
        EventFluxAppRuntime runtime =
                applications.get(String.valueOf(words.get(first))).running();
        return StateCommands.sentence(() -> {
            InputHandler input = runtime.inputHandler(String.valueOf(words.get(first + 1)));
            Object[] values =
                    new EventValues(input.stream(), input.schema()).parse(words.subList(first + 2, words.size()));
            if (timed) {
                input.send(EventValues.parseLong(String.valueOf(words.get(1))), values);
            } else {
                input.send(values);
            }
            return "sent to " + input.stream();
        });
    }

    /** Prints the events of a stream or query until interrupted. */
    @Descriptor("prints events as they come")
    public void tail(
            CommandSession session, @Descriptor("<application> <stream or query> [<count>]") Object... arguments) {
        List<String> words = Usage.TAIL.check(arguments, 2, 3);
        long count = words.size() < 3 ? Long.MAX_VALUE : EventValues.parseLong(words.get(2));
        EventFluxAppRuntime runtime = applications.get(words.get(0)).running();
        String output = words.get(1);
        Map<String, Schema> streams = runtime.streams();
        Map<String, Schema> queries = runtime.queries();
        if (streams.containsKey(output)) {
            new Tail(runtime, streams.get(output), Screen.of(session), System.out).stream(output, count);
        } else if (queries.containsKey(output)) {
            new Tail(runtime, queries.get(output), Screen.of(session), System.out).query(output, count);
        } else {
            List<String> names = new ArrayList<>(streams.keySet());
            names.addAll(queries.keySet());
            throw CommandFailure.of(
                    ShellProblem.OUTPUT_UNKNOWN,
                    "application",
                    runtime.name(),
                    "name",
                    output,
                    "names",
                    String.join(", ", names));
        }
    }
}
