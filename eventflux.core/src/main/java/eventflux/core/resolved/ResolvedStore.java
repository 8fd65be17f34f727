package eventflux.core.resolved;

import eventflux.api.config.Settings;
import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * Where the rows of a table are that lies outside the engine.
 *
 * @param extension the store extension
 * @param settings its settings, checked
 * @param waits whether rows wait for a store that cannot be reached; otherwise they fail
 * @param position where it is declared, for what the extension itself finds wrong
 */
public record ResolvedStore(ExtensionRef extension, Settings settings, boolean waits, SourcePosition position) {

    /** Refuses missing parts. */
    public ResolvedStore {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public String toString() {
        return extension + " " + settings + (waits ? " that rows wait for" : "");
    }
}
