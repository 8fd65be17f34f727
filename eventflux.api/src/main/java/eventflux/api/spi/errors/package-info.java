/** The extension point for what keeps events that failed, until they are replayed or purged. */
@Export
@Version("0.1.0")
package eventflux.api.spi.errors;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
