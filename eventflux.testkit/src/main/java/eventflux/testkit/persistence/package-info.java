/** The contract test for persistence stores. */
@Export
@Version("0.1.0")
package eventflux.testkit.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
