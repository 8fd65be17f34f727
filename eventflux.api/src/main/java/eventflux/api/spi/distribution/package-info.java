/** The extension point for what spreads the rows of a stream over several destinations of one sink. */
@Export
@Version("0.1.0")
package eventflux.api.spi.distribution;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
