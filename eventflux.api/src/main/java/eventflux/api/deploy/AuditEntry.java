package eventflux.api.deploy;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that happened to a bundle that provides extensions or carries applications.
 *
 * @param time when
 * @param action {@code install}, {@code start}, {@code stop}, {@code update}, {@code remove} or {@code refuse}
 * @param bundle the symbolic name; empty for what was refused
 * @param version of the bundle, after an update the new one; empty for what was refused
 * @param bundleId of the bundle; -1 for what was refused
 * @param source where it came from: its location, or the file that was refused
 * @param reason why it was refused; empty otherwise
 */
public record AuditEntry(
        Instant time, String action, String bundle, String version, long bundleId, String source, String reason) {

    /** Refuses missing parts. */
    public AuditEntry {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
    }
}
