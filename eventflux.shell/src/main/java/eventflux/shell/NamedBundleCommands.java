package eventflux.shell;

import eventflux.api.deploy.Deployment;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a bare {@code start}, {@code stop}, {@code update} and {@code uninstall} mean: of an application's name our command, of numbers and
 * addresses Felix's. The profile of the shell sends them here.
 */
@Component(service = NamedBundleCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"onbundles"})
public final class NamedBundleCommands {

    private static final String UPDATE = "update";
    private static final String UNINSTALL = "uninstall";

    private final Applications applications;

    /** Asks which applications there are whenever it is asked. */
    @Activate
    public NamedBundleCommands(@Reference Applications applications) {
        this.applications = applications;
    }

    /** Does one of Felix's commands. Names that are no application's are refused before anything is done. */
    @Descriptor("does one of Felix's commands for bundles, for names of applications as well; used by the profile")
    public Object onbundles(CommandSession session, @Descriptor("<command> <word>…") Object... arguments)
            throws Exception {
        List<String> words = List.of(arguments).stream().map(String::valueOf).toList();
        String command = words.get(0);
        List<String> operands = words.subList(1, words.size());
        if (operands.stream().anyMatch(Usage::isHelp)) {
            return session.execute("help felix:" + command);
        }
        List<String> bundles = command.equals(UPDATE) ? operands.subList(0, Math.min(1, operands.size())) : operands;
        List<String> names =
                bundles.stream().filter(NamedBundleCommands::isName).toList();
        names.forEach(applications::get);
        boolean isOurs = !names.isEmpty() && names.size() == bundles.size();
        return isOurs && !isRereading(command, operands)
                ? ours(session, command, operands)
                : session.execute(line(
                        "felix:" + command,
                        operands.stream().map(this::numbered).toList()));
    }

    // What Felix's does: ours wants a text.
    private static boolean isRereading(String command, List<String> operands) {
        return command.equals(UPDATE) && operands.size() == 1;
    }

    private static Object ours(CommandSession session, String command, List<String> operands) throws Exception {
        if (command.equals(UPDATE)) {
            return session.execute(line(Usage.UPDATE.typed(), operands));
        }
        String each = Usage.SCOPE + ":" + (command.equals(UNINSTALL) ? Usage.UNDEPLOY.command() : command);
        List<String> outcomes = new ArrayList<>();
        for (String name : operands) {
            outcomes.add(String.valueOf(session.execute(line(each, List.of(name)))));
        }
        return String.join("\n", outcomes);
    }

    private static boolean isName(String word) {
        return !word.matches("\\d+|-.*|.*:.*");
    }

    private String numbered(String word) {
        return !isName(word)
                ? word
                : applications
                        .find(word)
                        .flatMap(Application::deployment)
                        .map(Deployment::bundleId)
                        .map(String::valueOf)
                        .orElse(word);
    }

    private static String line(String command, List<String> words) {
        StringBuilder line = new StringBuilder(command);
        words.forEach(
                word -> line.append(" '").append(word.replace("'", "'\"'\"'")).append('\''));
        return line.toString();
    }
}
