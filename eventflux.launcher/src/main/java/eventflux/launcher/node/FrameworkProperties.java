package eventflux.launcher.node;

import eventflux.api.EventFluxManager;
import eventflux.launcher.node.NodeRequest.Profile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Constants;
import org.slf4j.Logger;

/** The framework's configuration, each odd line with its reason. */
final class FrameworkProperties {

    /** Agrona and the HTTP connectors name them in their Import-Package; they are no standard packages, so they are exported by name. */
    private static final String INTERNAL_PACKAGES = "sun.misc,jdk.internal.misc,com.sun.net.httpserver";

    private FrameworkProperties() {}

    static Map<String, Object> of(Profile profile, Path storage, Distribution distribution) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, sharedPackages());
        properties.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
        // A class that is not imported is not found, rather than found by luck on the launcher's class path.
        properties.put("felix.bootdelegation.implicit", "false");
        // Two dozen bundles are resolved before the resolver's threads are up.
        properties.put("felix.resolver.parallelism", "1");
        // Handlers of addresses are set for the whole process; only a node has bundles that bring their own.
        properties.put("felix.service.urlhandlers", String.valueOf(profile == Profile.NODE));
        if (profile == Profile.NODE) {
            properties.put("eventflux.deploy.dir", distribution.deploy().toString());
            properties.put(
                    "eventflux.audit.file",
                    distribution.data().resolve("audit.jsonl").toString());
            properties.put("gosh.home", distribution.home().toString());
            if (!distribution.isInteractive()) {
                // The shell takes a closed input for a farewell and would stop the framework.
                properties.put("gosh.args", "--nointeractive --noshutdown");
            }
        }
        return properties;
    }

    private static String sharedPackages() {
        return SystemPackages.exportedBy(Stream.of(EventFluxManager.class, Logger.class)) + "," + INTERNAL_PACKAGES;
    }
}
