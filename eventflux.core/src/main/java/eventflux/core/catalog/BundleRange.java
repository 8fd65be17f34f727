package eventflux.core.catalog;

import java.util.Objects;

/**
 * The versions of one bundle that an application takes extensions from. It says nothing of other bundles.
 *
 * @param bundle the symbolic name, or the name of a jar that is no bundle
 * @param versions which are admitted
 */
public record BundleRange(String bundle, VersionRange versions) {

    /** Refuses missing parts. */
    public BundleRange {
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(versions, "versions");
    }

    /** Whether it lets an application use what a bundle provides. */
    public boolean admits(Provider provider) {
        return !provider.name().equals(bundle) || versions.includes(provider.version());
    }

    @Override
    public String toString() {
        return bundle + " " + versions;
    }
}
