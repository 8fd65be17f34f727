/** The contract of distributions. */
@Export
@Version("0.1.0")
package eventflux.testkit.distribution;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
