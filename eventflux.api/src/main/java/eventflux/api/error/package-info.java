/** How the engine says that something is wrong: codes, kinds, places, problems, and the one exception that carries them. */
@Export
@Version("0.2.0")
package eventflux.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
