/** The extension point for sources. */
@Export
@Version("0.2.0")
package eventflux.api.spi.source;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
