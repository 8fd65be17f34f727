package eventflux.launcher.node;

import eventflux.api.EngineOptions;
import eventflux.launcher.LauncherError;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.slf4j.LoggerFactory;

/** Starts Apache Felix with the bundles of a distribution. */
public final class FelixStarter implements EngineStarter {

    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private final Distribution distribution;

    /** A starter for one distribution; may be used any number of times. */
    public FelixStarter(Distribution distribution) {
        this.distribution = distribution;
    }

    @Override
    public EngineHost start(NodeRequest request) {
        // Read by the logging library when it says its first line; what the user has set goes first.
        System.getProperties()
                .putIfAbsent(
                        LOG_CONFIGURATION,
                        distribution.logConfiguration(request.profile()).toString());
        prepareLogging();
        Path storage = storage(request.profile());
        Framework framework =
                new FrameworkFactory().newFramework(FrameworkProperties.of(request.profile(), storage, distribution));
        FelixNode node = new FelixNode(framework, storage, request.profile());
        try {
            framework.init();
            offerOptions(framework, request);
            node.carries(startBundles(framework, request));
            return node;
        } catch (BundleException failure) {
            node.close();
            throw LauncherError.FRAMEWORK_FAILED.because(failure, "reason", failure.getMessage());
        } catch (RuntimeException failure) {
            node.close();
            throw failure;
        }
    }

    // The logging library takes a twentieth of a start, which the other core has time for.
    private static void prepareLogging() {
        Thread preparing = new Thread(LoggerFactory::getILoggerFactory, "eventflux-logging");
        preparing.setDaemon(true);
        preparing.start();
    }

    private BundleInstaller startBundles(Framework framework, NodeRequest request) throws BundleException {
        boolean isNode = request.profile() == Profile.NODE;
        BundleContext context = framework.getBundleContext();
        BundleInstaller installer = isNode ? BundleInstaller.copying(context) : BundleInstaller.referencing(context);
        if (isNode) {
            leaveFormerPlace(installer, context.getDataFile("place").toPath());
        }
        installer.install(distribution.engineBundles(), LauncherError.BUNDLE_REFUSED);
        installer.install(bundlesBeyondEngine(request.profile()), LauncherError.BUNDLE_REFUSED);
        installer.install(request.extensions(), LauncherError.EXTENSION_REFUSED);
        installer.removeForgotten(distribution.bundles());
        framework.start();
        installer.start(request.text()
                .map(text -> Mentions.in(text, request.settings()))
                .<Predicate<Bundle>>map(mentions -> mentions::mayNeed)
                .orElse(bundle -> true));
        return installer;
    }

    // The cache knows bundles by the files that they came from: those of a node that was moved, or copied, come from
    // here now.
    private void leaveFormerPlace(BundleInstaller installer, Path note) throws BundleException {
        try {
            Path place = distribution.bundles().toAbsolutePath();
            if (Files.exists(note) && !Files.readString(note).equals(place.toString())) {
                installer.removeForgotten(Path.of(Files.readString(note)));
            }
            Files.writeString(note, place.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<Path> bundlesBeyondEngine(Profile profile) {
        return switch (profile) {
            case ENGINE -> List.of();
            case EDITOR -> distribution.editorBundles();
            case NODE -> distribution.nodeBundles();
        };
    }

    private static void offerOptions(Framework framework, NodeRequest request) {
        EngineOptions options = new EngineOptions().withConfiguration(request.settings());
        framework.getBundleContext().registerService(EngineOptions.class, options, null);
    }

    private Path storage(Profile profile) {
        try {
            return profile == Profile.NODE
                    ? Files.createDirectories(distribution.data().resolve("bundle-cache"))
                    : Files.createTempDirectory("eventflux-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
