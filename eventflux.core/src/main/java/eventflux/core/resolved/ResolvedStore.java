package eventflux.core.resolved;

import eventflux.api.config.Settings;
import eventflux.api.error.SourcePosition;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the rows of a table are that lies outside the engine.
 *
 * @param extension the store extension
 * @param settings its settings, checked
 * @param waits whether rows wait for a store that cannot be reached; otherwise they fail
 * @param cache what of it is kept at hand; empty for nothing
 * @param position where it is declared, for what the extension itself finds wrong
 */
public record ResolvedStore(
        ExtensionRef extension, Settings settings, boolean waits, Optional<Cache> cache, SourcePosition position) {

    /**
     * Rows that were found by their primary key and are kept at hand.
     *
     * @param rows how many at most
     * @param retentionMillis for how long at most; empty until they are pushed out
     * @param position where it is asked for
     */
    public record Cache(int rows, OptionalLong retentionMillis, SourcePosition position) {

        @Override
        public String toString() {
            return "cache of " + rows + " rows"
                    + (retentionMillis.isPresent() ? " for " + retentionMillis.getAsLong() + " ms" : "");
        }
    }

    /** Refuses missing parts. */
    public ResolvedStore {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(position, "position");
    }

    /** The same with nothing kept at hand. */
    public ResolvedStore withoutCache() {
        return new ResolvedStore(extension, settings, waits, Optional.empty(), position);
    }

    @Override
    public String toString() {
        return extension + " " + settings + (waits ? " that rows wait for" : "")
                + cache.map(kept -> ", behind a " + kept).orElse("");
    }
}
