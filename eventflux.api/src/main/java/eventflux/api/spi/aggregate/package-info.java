/** The extension point for aggregators. */
@Export
@Version("0.4.0")
package eventflux.api.spi.aggregate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
