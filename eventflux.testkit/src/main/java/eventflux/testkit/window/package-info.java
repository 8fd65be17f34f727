/** The contract test of windows: extend {@link eventflux.testkit.window.WindowContract}. */
@Export
@Version("0.1.0")
package eventflux.testkit.window;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
