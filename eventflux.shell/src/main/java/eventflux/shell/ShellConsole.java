package eventflux.shell;

import eventflux.api.AppState;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.DeploymentListener;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import eventflux.api.error.ProblemPrinter;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.apache.felix.service.command.Process;
import org.jline.reader.LineReader;
import org.osgi.service.component.annotations.Component;

/**
 * Tells people at the shell what happens to deployments: who typed the command that did it sees problems in its output, all
 * others see a line above their prompt.
 */
@Component(service = {DeploymentListener.class, CommandSessionListener.class})
public final class ShellConsole implements DeploymentListener, CommandSessionListener {

    /** Gogo's JLine shell keeps the reader of an interactive session there. */
    private static final String READER = ".reader";

    private final Set<CommandSession> sessions =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public void deployed(Deployment deployment) {
        List<Problem> problems = deployment.problems();
        if (!problems.isEmpty()) {
            say(new ProblemPrinter(deployment.source(), deployment.text()).print(problems));
        }
        if (!isCommand()) {
            say(deployment.application() + outcome(deployment.state()) + "(bundle " + deployment.bundleId() + ")\n");
        }
    }

    @Override
    public void withdrawn(Deployment deployment) {
        if (!isCommand()) {
            say(deployment.application() + " is stopped (bundle " + deployment.bundleId() + ")\n");
        }
    }

    @Override
    public void refused(Refusal refusal) {
        say(new ProblemPrinter(refusal.source(), "").print(refusal.problems()));
    }

    @Override
    public void noticed(Problem problem) {
        say(Applications.print(problem));
    }

    @Override
    public void beforeExecute(CommandSession session, CharSequence line) {
        sessions.add(session);
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence line, Exception failure) {
        // The shell prints failures itself.
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence line, Object result) {
        // The shell prints results itself.
    }

    private static String outcome(AppState state) {
        return switch (state) {
            case FAILED -> " is not running ";
            case WAITING -> " waits ";
            case CREATED, RUNNING, STOPPED -> " is deployed ";
        };
    }

    private static boolean isCommand() {
        return Process.Utils.current() != null;
    }

    private void say(String text) {
        if (isCommand()) {
            Process.Utils.current().err().print(text);
            return;
        }
        readers().forEach(reader -> reader.printAbove(text.stripTrailing()));
    }

    /** A copy: a reader that completes holds its own lock while it asks us, so ours must not be held while we ask a reader. */
    private List<LineReader> readers() {
        synchronized (sessions) {
            return sessions.stream()
                    .map(session -> session.get(READER))
                    .filter(LineReader.class::isInstance)
                    .map(LineReader.class::cast)
                    .distinct()
                    .toList();
        }
    }
}
