/**
 * Applications that came as bundles: what is deployed from which text, what was refused, and who wants to hear of it. The
 * engine does not know this package; a node's deployment bundle provides it, shells and consoles use it.
 */
@Export
@Version("0.1.0")
package eventflux.api.deploy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
