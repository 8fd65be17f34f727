/**
 * The front door: what an embedding program, a shell or a launcher calls. Extensions find their side in {@code
 * eventflux.api.spi}.
 */
@Export
@Version("0.4.0")
package eventflux.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
