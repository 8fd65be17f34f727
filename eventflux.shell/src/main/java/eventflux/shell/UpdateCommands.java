package eventflux.shell;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.UpdatePlan;
import eventflux.api.deploy.Deployment;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.ProblemPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes applications that run. One that has a bundle is changed through it, so that the text is the same after a restart. */
@Component(service = UpdateCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"update", "pause", "resume"})
public final class UpdateCommands {

    private static final String DRY_RUN = "--dry-run";
    private static final Pattern NAMED = Pattern.compile("@\\s*app\\s*:\\s*name\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final BundleContext context;
    private final Applications applications;

    /** Acts on the bundles of the framework that {@code context} belongs to. */
    @Activate
    public UpdateCommands(BundleContext context, @Reference Applications applications) {
        this.context = context;
        this.applications = applications;
    }

    /** Replaces a text; a wrong one changes nothing. */
    @Descriptor("replaces the text of an application while it runs, or says what would become of its state")
    public String update(CommandSession session, @Descriptor("<application> <file> [--dry-run]") Object... arguments) {
        List<String> words = Usage.UPDATE.check(arguments, 2, 3);
        if (words.size() == 3 && !words.get(2).equals(DRY_RUN)) {
            throw Usage.UPDATE.failure();
        }
        Application application = applications.get(words.get(0));
        Path file = session.currentDir().resolve(words.get(1)).normalize();
        String text = read(file);
        try {
            UpdatePlan plan = application.running().planUpdate(text);
            if (words.size() == 3) {
                return plan + "\n" + application.name() + " is as it was";
            }
            update(application, file, text);
            return plan + "\n" + application.name() + " has the new text";
        } catch (EventFluxException e) {
            throw CommandFailure.printed(new ProblemPrinter(words.get(1), text).print(e.problems()));
        }
    }

    /** Lets senders wait. */
    @Descriptor("lets the senders of an application wait")
    public String pause(CommandSession session, @Descriptor("<application>") Object... arguments) {
        Application application =
                applications.get(Usage.PAUSE.check(arguments, 1, 1).get(0));
        application.running().pause();
        return application.name() + " " + applications.get(application.name()).doing();
    }

    /** Lets them go on. */
    @Descriptor("lets a paused application go on")
    public String resume(CommandSession session, @Descriptor("<application>") Object... arguments) {
        Application application =
                applications.get(Usage.RESUME.check(arguments, 1, 1).get(0));
        application.running().resume();
        return application.name() + " " + applications.get(application.name()).doing();
    }

    private void update(Application application, Path file, String text) {
        EventFluxAppRuntime runtime = application.running();
        Optional<Bundle> bundle =
                application.deployment().map(Deployment::bundleId).map(context::getBundle);
        if (bundle.isEmpty()) {
            runtime.update(text);
            return;
        }
        if (!bundle.get().getLocation().startsWith(ApplicationCommands.TEXT_LOCATION)) {
            throw CommandFailure.of(
                    ShellProblem.TEXT_OF_A_JAR,
                    "name",
                    application.name(),
                    "bundle",
                    bundle.get().getBundleId());
        }
        if (!NAMED.matcher(text).find()) {
            throw CommandFailure.of(ShellProblem.TEXT_UNNAMED, "file", file, "name", application.name());
        }
        try (InputStream made = URI.create(ApplicationCommands.TEXT_LOCATION + file.toUri())
                .toURL()
                .openStream()) {
            bundle.get().update(made);
        } catch (BundleException | IOException e) {
            throw CommandFailure.of(ShellProblem.BUNDLE_REFUSED, "reason", e.getMessage());
        }
        requireUpdated(applications.get(application.name()), text);
    }

    // What kept it from going on with the new text is among its problems.
    private static void requireUpdated(Application application, String text) {
        boolean isUpdated =
                application.runtime().filter(made -> made.text().equals(text)).isPresent();
        if (!isUpdated) {
            throw CommandFailure.printed(
                    new ProblemPrinter(application.source(), application.text()).print(application.problems()));
        }
    }

    private static String read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.of(ShellProblem.FILE_MISSING, "file", file);
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailure.of(ShellProblem.FILE_UNREADABLE, "file", file, "reason", e.getMessage());
        }
    }
}
