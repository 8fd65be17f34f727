package eventflux.shell;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What concerns the node and the shell itself. */
@Component(service = NodeCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"exit", "candidates"})
public final class NodeCommands {

    private final BundleContext context;
    private final Completion completion;

    /** Stops the framework that {@code context} belongs to. */
    @Activate
    public NodeCommands(BundleContext context, @Reference Completion completion) {
        this.context = context;
        this.completion = completion;
    }

    /** Stops the framework; applications and extensions stop in good order. A 0 is taken, as other shells do. */
    @Descriptor("stops the node")
    public void exit(CommandSession session, @Descriptor("none") Object... arguments) throws BundleException {
        List<String> words = Usage.EXIT.check(arguments, 0, 1);
        if (!words.isEmpty() && !words.get(0).equals("0")) {
            throw Usage.EXIT.failure();
        }
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
    }

    /** What may stand at a place of a command line; the profile of the shell asks it for completion. */
    @Descriptor("what may stand at a place of a command line; used for completion")
    public List<String> candidates(CommandSession session, List<Object> words, int index) {
        return completion.candidates(words.stream().map(String::valueOf).toList(), index);
    }
}
