/** An engine and applications that process nothing, for tests of what talks to an engine: commands, deployers, programs that embed one. */
@Export
@Version("0.1.0")
package eventflux.testkit.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
