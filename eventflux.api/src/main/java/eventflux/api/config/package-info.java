/** Typed settings of a source, sink or mapper. */
@Export
@Version("0.2.0")
package eventflux.api.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
