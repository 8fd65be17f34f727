package eventflux.api.deploy;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A bundle that provides something when it is started, and is not started.
 *
 * @param symbolicName of the bundle
 * @param version of the bundle
 * @param place where it is installed from, a URL
 * @param bundleId its number when it is installed
 */
public record KnownBundle(String symbolicName, String version, String place, OptionalLong bundleId) {

    /** Refuses missing parts. */
    public KnownBundle {
        Objects.requireNonNull(symbolicName, "symbolicName");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(bundleId, "bundleId");
    }

    /** What keeps it from providing anything, as the end of a sentence that begins with it. */
    public String obstacle() {
        return bundleId.isPresent() ? "is not started" : "is not installed";
    }

    /** Name, version, and where it is. */
    @Override
    public String toString() {
        return symbolicName + " " + version
                + (bundleId.isPresent() ? " [" + bundleId.getAsLong() + "]" : " of " + place);
    }
}
