/** Time that a test turns by hand. */
@Export
@Version("0.1.0")
package eventflux.testkit.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
