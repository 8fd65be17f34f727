/**
 * Applications that came as bundles: what is deployed from which text, what was refused, and who wants to hear of it. Bundles
 * that are known and not started. A node's deployment bundle provides it, shells and consoles use it; the engine asks {@link
 * eventflux.api.deploy.KnownBundles} only, for what it says of extensions that are missing.
 */
@Export
@Version("0.3.0")
package eventflux.api.deploy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
