/** The extension point for tables whose rows lie outside the engine. */
@Export
@Version("0.2.0")
package eventflux.api.spi.table;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
