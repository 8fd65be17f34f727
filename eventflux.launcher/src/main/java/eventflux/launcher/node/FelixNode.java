package eventflux.launcher.node;

import eventflux.api.EventFluxManager;
import eventflux.api.command.NodeCommand;
import eventflux.api.query.TextFormatter;
import eventflux.launcher.LauncherError;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running framework that carries an engine. */
final class FelixNode implements EngineHost {

    private static final long STOP_PATIENCE_MILLIS = 10_000;

    private final Framework framework;
    private final Path storage;
    private final Profile profile;
    // Written by the thread that starts it; null when starting failed.
    private BundleInstaller bundles;

    FelixNode(Framework framework, Path storage, Profile profile) {
        this.framework = framework;
        this.storage = storage;
        this.profile = profile;
    }

    /** What it has installed. */
    void carries(BundleInstaller installed) {
        bundles = installed;
    }

    @Override
    public boolean startRest() {
        return bundles.start(bundle -> true);
    }

    @Override
    public EventFluxManager engine() {
        return service(EventFluxManager.class, LauncherError.ENGINE_MISSING);
    }

    @Override
    public TextFormatter formatter() {
        return service(TextFormatter.class, LauncherError.FORMATTER_MISSING);
    }

    private <T> T service(Class<T> type, LauncherError missing) {
        BundleContext context = framework.getBundleContext();
        ServiceReference<T> reference = context.getServiceReference(type);
        if (reference == null) {
            throw missing.exception("bundles", activeBundles(context));
        }
        return context.getService(reference);
    }

    @Override
    public NodeCommand command(String name) {
        BundleContext context = framework.getBundleContext();
        return commands(context).stream()
                .map(context::getService)
                .filter(command -> command != null && command.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        LauncherError.COMMAND_MISSING.exception("command", name, "bundles", activeBundles(context)));
    }

    private static Collection<ServiceReference<NodeCommand>> commands(BundleContext context) {
        try {
            return context.getServiceReferences(NodeCommand.class, null);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("no filter was given", impossible);
        }
    }

    @Override
    public void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_PATIENCE_MILLIS);
        } catch (BundleException failure) {
            logger().warn("The framework did not stop in good order.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (profile != Profile.NODE) {
            delete(storage);
        }
    }

    private static String activeBundles(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.joining(", "));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            logger().warn("The folder {} could not be deleted.", folder, left);
        }
    }

    /** Looked up when something is to be said: the logging library takes a tenth of the whole start. */
    private static Logger logger() {
        return LoggerFactory.getLogger(FelixNode.class);
    }
}
