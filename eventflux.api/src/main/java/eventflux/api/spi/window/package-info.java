/** The extension point for windows. The contract test is {@code eventflux.testkit.window.WindowContract}. */
@Export
@Version("0.4.0")
package eventflux.api.spi.window;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
