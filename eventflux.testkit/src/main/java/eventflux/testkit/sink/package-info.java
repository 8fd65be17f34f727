/** The contract of sinks. */
@Export
@Version("0.1.0")
package eventflux.testkit.sink;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
