/** The extension point for sinks. */
@Export
@Version("0.3.0")
package eventflux.api.spi.sink;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
