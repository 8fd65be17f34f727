/** The contract of sources. */
@Export
@Version("0.1.0")
package eventflux.testkit.source;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
