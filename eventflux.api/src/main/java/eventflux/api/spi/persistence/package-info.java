/** The extension point for what keeps the state of applications. */
@Export
@Version("0.1.0")
package eventflux.api.spi.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
