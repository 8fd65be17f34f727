package eventflux.launcher.node;

import eventflux.api.EventFluxManager;
import eventflux.launcher.node.NodeRequest.Profile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.slf4j.Logger;

/** The framework's configuration, each odd line with its reason. */
final class FrameworkProperties {

    /** Agrona names them in its Import-Package; they are no standard packages, so they are exported by name. */
    private static final String INTERNAL_PACKAGES = "sun.misc,jdk.internal.misc";

    private FrameworkProperties() {}

    static Map<String, String> of(Profile profile, Path storage, Distribution distribution) {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, sharedPackages());
        // A class that is not imported is not found, rather than found by luck on the launcher's class path.
        properties.put("felix.bootdelegation.implicit", "false");
        // Nobody here opens bundle: addresses from outside a bundle, and the handlers would be set for the whole
        // process.
        properties.put("felix.service.urlhandlers", "false");
        if (profile == Profile.NODE) {
            // With a closed standard input the shell would otherwise stop the whole framework.
            properties.put("gosh.args", System.console() == null ? "--noshutdown --nointeractive" : "--noshutdown");
            properties.put("eventflux.deploy", distribution.deploy().toString());
        }
        return properties;
    }

    private static String sharedPackages() {
        return SystemPackages.exportedBy(Stream.of(EventFluxManager.class, Logger.class)) + "," + INTERNAL_PACKAGES;
    }
}
