/** The extension point for functions: plain static methods. */
@Export
@Version("0.2.1")
package eventflux.api.spi.function;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
