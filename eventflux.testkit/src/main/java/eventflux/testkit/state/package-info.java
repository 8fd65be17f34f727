/**
 * State on the heap that saves, restores and keeps keys apart as an engine's does, and is stricter about its contract.
 */
@Export
@Version("0.1.0")
package eventflux.testkit.state;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
