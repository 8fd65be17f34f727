package eventflux.launcher.node;

import eventflux.api.config.ConfiguredSetting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to start.
 *
 * @param profile which bundles of the distribution
 * @param extensions further jars, by path
 * @param settings engine-wide settings, each with its origin
 * @param text the one application that will run, when it is known: what it does not name may start later
 */
public record NodeRequest(
        Profile profile, List<Path> extensions, List<ConfiguredSetting> settings, Optional<String> text) {

    /** Copies the collections. */
    public NodeRequest {
        extensions = List.copyOf(extensions);
        settings = List.copyOf(settings);
    }

    /** For any applications. */
    public NodeRequest(Profile profile, List<Path> extensions, List<ConfiguredSetting> settings) {
        this(profile, extensions, settings, Optional.empty());
    }

    /** The same for one application. */
    public NodeRequest running(String application) {
        return new NodeRequest(profile, extensions, settings, Optional.of(application));
    }

    /** Which bundles of the distribution are started, and what is remembered of them. */
    public enum Profile {
        /** The engine alone, for one command; nothing is left behind. */
        ENGINE,
        /** The engine and the language server, for as long as an editor is open; nothing is left behind. */
        EDITOR,
        /** The engine with shell and deploy folder; what was installed is there again after a restart. */
        NODE
    }
}
