/**
 * Commands of the command line that bundles bring along. The launcher calls them without knowing what they do; the engine does
 * not know this package.
 */
@Export
@Version("0.1.0")
package eventflux.api.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
